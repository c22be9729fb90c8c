package opsis.fusion.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import opsis.fusion.ModelException;

/** Opens the PyTorch engine without any call to the network. */
public final class Engines {
    private static final String ENGINE = "PyTorch";

    private Engines() {
    }

    /**
     * A root manager on a device; the caller closes it.
     *
     * @param device "cpu", "gpu" (the first), or "auto": the first GPU where there is one
     * @throws ModelException where "gpu" is asked for and none is there
     */
    public static NDManager open(String device) {
        Engine engine = engine();
        int gpus = device.equals("cpu") ? 0 : engine.getGpuCount();
        if (device.equals("gpu") && gpus == 0) {
            throw new ModelException("No GPU that PyTorch can use was found; take device cpu or auto");
        }
        return NDManager.newBaseManager(gpus > 0 ? Device.gpu() : Device.cpu(), ENGINE);
    }

    /** The engine itself, for seeds and gradients. */
    public static Engine engine() {
        preset("ai.djl.offline", "true");
        preset("OPT_OUT_TRACKING", "true");
        // The scripts here are single operations; optimising them would only delay the first calls.
        preset("ai.djl.pytorch.graph_optimizer", "false");
        return Engine.getEngine(ENGINE);
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

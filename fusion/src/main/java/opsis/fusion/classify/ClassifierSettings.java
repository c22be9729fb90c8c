package opsis.fusion.classify;

/**
 * How scoring runs.
 *
 * @param batch  posts a forward pass, 1 to 512
 * @param device "cpu", "gpu" (the first), or "auto": the first GPU where there is one
 */
public record ClassifierSettings(int batch, String device) {
    public ClassifierSettings {
        if (batch < 1 || batch > 512) {
            throw new IllegalArgumentException("batch is " + batch + "; it must lie between 1 and 512");
        }
        if (!device.equals("cpu") && !device.equals("gpu") && !device.equals("auto")) {
            throw new IllegalArgumentException("device is '" + device + "'; it must be cpu, gpu or auto");
        }
    }

    /** Batches of 32 on the processor. */
    public static ClassifierSettings standard() {
        return new ClassifierSettings(32, "cpu");
    }
}

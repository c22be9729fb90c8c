package opsis.fusion.optimise;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import opsis.fusion.tensor.Parameters;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), numerically torch.optim.AdamW, after clipping all gradients by their
 * common norm (Pascanu et al. 2013, torch.nn.utils.clip_grad_norm_). Its state can be saved and taken up again.
 */
public final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Parameters parameters;
    private final Function<String, Group> groups;
    private final double clip;
    private final Parameters state;
    private long steps;

    /** What a parameter's rate is multiplied by, and its weight decay. */
    public record Group(double rate, double weightDecay) {
    }

    /**
     * @param groups the group of each parameter, by its name
     * @param clip   bound of the gradients' common norm; 0 for none
     */
    public AdamW(Parameters parameters, Function<String, Group> groups, double clip) {
        this.parameters = parameters;
        this.groups = groups;
        this.clip = clip;
        this.state = new Parameters(parameters.manager());
    }

    /** Weight decay is for matrices and kernels, not for biases, norms, tables' stand-ins and the n-gram table. */
    public static boolean isMatrix(String name) {
        boolean norm = name.contains("LayerNorm") || name.contains(".bn") || name.contains("downsample.1");
        return name.endsWith(".weight") && !norm && !name.startsWith("text.ngrams");
    }

    /** Moves every parameter that has a gradient, forgets the gradients, and gives their common norm before clipping. */
    public double step(double rate) {
        steps++;
        try (NDManager scope = parameters.manager().newSubManager()) {
            Map<String, PtNDArray> gradients = gradients(scope);
            double norm = norm(gradients, scope);
            double scale = clip > 0 ? Math.min(1, clip / (norm + 1e-6)) : 1;
            gradients.forEach((name, gradient) -> update(name, gradient, rate, scale));
            return norm;
        }
    }

    private Map<String, PtNDArray> gradients(NDManager scope) {
        Map<String, PtNDArray> gradients = new LinkedHashMap<>();
        parameters.all().forEach((name, parameter) -> {
            // Null where the parameter had no part in the loss.
            PtNDArray gradient = parameter.hasGradient() ? JniUtils.getGradient((PtNDArray) parameter) : null;
            if (gradient != null) {
                gradient.attach(scope);
                gradients.put(name, gradient);
            }
        });
        return gradients;
    }

    private static double norm(Map<String, PtNDArray> gradients, NDManager scope) {
        if (gradients.isEmpty()) {
            return 0;
        }
        NDList norms = new NDList();
        gradients.values().forEach(gradient -> norms.add(gradient.flatten().norm().reshape(1)));
        NDArray all = NDArrays.concat(norms);
        all.attach(scope);
        return all.norm().getFloat();
    }

    private void update(String name, PtNDArray gradient, double baseRate, double scale) {
        PtNDArray parameter = (PtNDArray) parameters.get(name);
        Group group = groups.apply(name);
        if (!state.has("m." + name)) {
            state.zeros("m." + name, parameter.getShape().getShape());
            state.zeros("v." + name, parameter.getShape().getShape());
        }
        double rate = baseRate * group.rate();
        double rootCorrection = Math.sqrt(1 - Math.pow(BETA2, steps));
        // The native update divides by (√v + ε); torch corrects v first, so both rate and ε carry the correction.
        JniUtils.adamUpdate(parameter, gradient, (PtNDArray) state.get("m." + name), (PtNDArray) state.get("v." + name),
                (float) rate, (float) (rate * rootCorrection / (1 - Math.pow(BETA1, steps))), (float) group.weightDecay(), (float) scale,
                -1f, (float) BETA1, (float) BETA2, (float) (EPSILON * rootCorrection), true);
        JniUtils.zeroGrad(parameter);
    }

    /** The moments by name, to be saved beside {@link #steps()}. */
    public Map<String, NDArray> state() {
        return state.all();
    }

    public long steps() {
        return steps;
    }

    /** Takes up saved moments. */
    public void restore(Map<String, NDArray> saved, long savedSteps) {
        saved.forEach(state::put);
        steps = savedSteps;
    }
}

package opsis.fusion.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Random;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Parameters;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final double RATE = 1e-3;
    private static final double DECAY = 0.01;

    /** The loss g·w has gradient g, so any gradients can be fed in; the reference is torch.optim.AdamW's loop in double. */
    @Test
    void stepsAreThoseOfTheReference() {
        float[] start = {0.5f, -1.2f, 2f, 1e-3f};
        float[][] gradients = {{1e-4f, -2, 0.3f, 1e-7f}, {2e-4f, 1, 0.1f, 2e-7f}, {-1e-4f, -1, 0.2f, 1e-7f}, {1e-4f, -2, 0.3f, 1e-7f},
            {1e-4f, 3, 0.3f, 1e-7f}};
        double[] expected = reference(start, gradients);
        try (NDManager root = Engines.open("cpu"); Parameters parameters = new Parameters(root)) {
            parameters.put("w.weight", root.create(start));
            parameters.put("untouched.weight", root.create(new float[] {1}));
            parameters.trainable("", true);
            AdamW optimiser = new AdamW(parameters, name -> new AdamW.Group(RATE, DECAY), 0);
            for (float[] gradient : gradients) {
                backward(root, parameters, gradient);
                optimiser.step(1);
            }
            float[] actual = parameters.get("w.weight").toFloatArray();
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) actual[i]).isCloseTo(expected[i], within(2e-7 + 1e-6 * Math.abs(expected[i])));
            }
            assertThat(parameters.get("untouched.weight").toFloatArray()).containsExactly(1f);
        }
    }

    @Test
    void clippingBoundsTheCommonNorm() {
        try (NDManager root = Engines.open("cpu"); Parameters clipped = new Parameters(root); Parameters scaled = new Parameters(root)) {
            clipped.put("a.weight", root.create(new float[] {1, 1}));
            scaled.put("a.weight", root.create(new float[] {1, 1}));
            clipped.trainable("", true);
            scaled.trainable("", true);
            backward(root, clipped, new float[] {30, 40});
            double norm = new AdamW(clipped, name -> new AdamW.Group(0.1, 0), 1).step(1);
            backward(root, scaled, new float[] {0.6f, 0.8f});
            new AdamW(scaled, name -> new AdamW.Group(0.1, 0), 0).step(1);
            assertThat(norm).isCloseTo(50, within(1e-3));
            assertThat(clipped.get("a.weight").toFloatArray()).containsExactly(scaled.get("a.weight").toFloatArray(), within(1e-6f));
        }
    }

    @Test
    void aRestoredStateGoesOnTheSame() {
        Random random = new Random(4);
        float[][] gradients = new float[6][2];
        for (float[] gradient : gradients) {
            gradient[0] = random.nextFloat();
            gradient[1] = -random.nextFloat();
        }
        try (NDManager root = Engines.open("cpu"); Parameters whole = new Parameters(root); Parameters broken = new Parameters(root)) {
            whole.put("a.weight", root.create(new float[] {1, 2}));
            broken.put("a.weight", root.create(new float[] {1, 2}));
            whole.trainable("", true);
            broken.trainable("", true);
            AdamW first = new AdamW(whole, name -> new AdamW.Group(0.1, DECAY), 1);
            AdamW second = new AdamW(broken, name -> new AdamW.Group(0.1, DECAY), 1);
            for (int i = 0; i < gradients.length; i++) {
                if (i == 3) {
                    AdamW resumed = new AdamW(broken, name -> new AdamW.Group(0.1, DECAY), 1);
                    resumed.restore(second.state(), second.steps());
                    second = resumed;
                }
                backward(root, whole, gradients[i]);
                first.step(1);
                backward(root, broken, gradients[i]);
                second.step(1);
            }
            assertThat(broken.get("a.weight").toFloatArray()).containsExactly(whole.get("a.weight").toFloatArray());
        }
    }

    private static void backward(NDManager root, Parameters parameters, float[] gradient) {
        String name = parameters.all().keySet().iterator().next();
        try (NDManager scope = root.newSubManager(); GradientCollector collector = Engines.engine().newGradientCollector()) {
            NDArray loss = scope.create(gradient).mul(parameters.get(name)).sum();
            collector.backward(loss);
        }
    }

    private static double[] reference(float[] start, float[][] gradients) {
        double[] w = new double[start.length];
        double[] m = new double[w.length];
        double[] v = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = start[i];
        }
        for (int t = 1; t <= gradients.length; t++) {
            for (int i = 0; i < w.length; i++) {
                double g = gradients[t - 1][i];
                w[i] *= 1 - RATE * DECAY;
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                w[i] -= RATE * (m[i] / (1 - Math.pow(0.9, t))) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
            }
        }
        return w;
    }
}

package opsis.fusion.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Percentile bootstrap (Efron 1979): posts are drawn again with replacement and the figure is computed anew. */
public final class Bootstrap {

    private Bootstrap() {
    }

    /**
     * The 95 % interval of one figure.
     *
     * @param rounds resamples, at least 100; 2,000 give a steady second digit
     */
    public static Interval interval(int[] labels, double[] probabilities, double threshold,
                                    ToDoubleFunction<Metrics> figure, int rounds, long seed) {
        if (rounds < 100) {
            throw new IllegalArgumentException("rounds is " + rounds + "; an interval needs at least 100");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int n = labels.length;
        double[] values = new double[rounds];
        int[] drawnLabels = new int[n];
        double[] drawn = new double[n];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < n; i++) {
                int pick = random.nextInt(n);
                drawnLabels[i] = labels[pick];
                drawn[i] = probabilities[pick];
            }
            values[round] = figure.applyAsDouble(Metrics.of(drawnLabels, drawn, threshold));
        }
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (known.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        return new Interval(quantile(known, 0.025), quantile(known, 0.975));
    }

    /** Linear interpolation between order statistics, as numpy.quantile. */
    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}

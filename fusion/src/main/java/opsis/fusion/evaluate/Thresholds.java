package opsis.fusion.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Choice of the probability from which a post counts as hateful; to be made on validation posts, never on test posts. */
public final class Thresholds {

    private Thresholds() {
    }

    /** The threshold with the best macro-F1; midway between neighbouring probabilities, the one nearest 0.5 among equals. */
    public static double bestMacroF1(int[] labels, double[] probabilities) {
        int[] order = IntStream.range(0, labels.length).boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i])).mapToInt(Integer::intValue).toArray();
        int positives = (int) IntStream.of(labels).filter(l -> l == 1).count();
        int missed = 0;
        int spared = 0;
        int negatives = labels.length - positives;
        double best = new Metrics(positives, negatives, 0, 0, Double.NaN).macroF1();
        double threshold = 0;
        for (int i = 0; i < order.length; i++) {
            if (labels[order[i]] == 1) {
                missed++;
            } else {
                spared++;
            }
            double here = probabilities[order[i]];
            double next = i + 1 < order.length ? probabilities[order[i + 1]] : 1;
            // No threshold up to 1 parts equal probabilities, nor spares a post at 1.
            if (next == here) {
                continue;
            }
            double macroF1 = new Metrics(positives - missed, negatives - spared, missed, spared, Double.NaN).macroF1();
            double candidate = (here + next) / 2;
            if (macroF1 > best || macroF1 == best && Math.abs(candidate - 0.5) < Math.abs(threshold - 0.5)) {
                best = macroF1;
                threshold = candidate;
            }
        }
        return threshold;
    }
}

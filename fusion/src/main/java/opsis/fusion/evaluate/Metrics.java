package opsis.fusion.evaluate;

/**
 * Figures of two-class predictions; class 1 is hateful.
 *
 * @param truePositives  hateful and said so
 * @param falsePositives not hateful but said to be
 * @param falseNegatives hateful but missed
 * @param trueNegatives  not hateful and said so
 * @param rocAuc         area under the receiver operating curve, ties counted half; NaN where one class is absent
 */
public record Metrics(int truePositives, int falsePositives, int falseNegatives, int trueNegatives, double rocAuc) {

    /** Counts predictions, a probability at or above the threshold meaning hateful. */
    public static Metrics of(int[] labels, double[] probabilities, double threshold) {
        if (labels.length != probabilities.length) {
            throw new IllegalArgumentException(labels.length + " labels but " + probabilities.length + " probabilities");
        }
        int tp = 0;
        int fp = 0;
        int fn = 0;
        int tn = 0;
        for (int i = 0; i < labels.length; i++) {
            boolean said = probabilities[i] >= threshold;
            if (labels[i] == 1) {
                if (said) {
                    tp++;
                } else {
                    fn++;
                }
            } else if (said) {
                fp++;
            } else {
                tn++;
            }
        }
        return new Metrics(tp, fp, fn, tn, RocAuc.of(labels, probabilities));
    }

    public int posts() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    public double accuracy() {
        return ratio(truePositives + trueNegatives, posts());
    }

    /** Of those called hateful, the part that is; 0 where none was called so. */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** Of the hateful, the part found; 0 where there is none. */
    public double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** F1 of the hateful class; 0 where undefined, as scikit-learn does. */
    public double f1() {
        return ratio(2.0 * truePositives, 2.0 * truePositives + falsePositives + falseNegatives);
    }

    /** Mean of both classes' F1. */
    public double macroF1() {
        double other = ratio(2.0 * trueNegatives, 2.0 * trueNegatives + falsePositives + falseNegatives);
        return (f1() + other) / 2;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}

package opsis.fusion.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Area under the receiver operating curve by ranks (Mann and Whitney 1947), ties at their mean rank. */
final class RocAuc {

    private RocAuc() {
    }

    static double of(int[] labels, double[] probabilities) {
        int[] order = IntStream.range(0, labels.length).boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i])).mapToInt(Integer::intValue).toArray();
        double rankSum = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && probabilities[order[to]] == probabilities[order[from]]) {
                to++;
            }
            double meanRank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (labels[order[i]] == 1) {
                    rankSum += meanRank;
                    positives++;
                }
            }
            from = to;
        }
        long negatives = labels.length - positives;
        if (positives == 0 || negatives == 0) {
            return Double.NaN;
        }
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}

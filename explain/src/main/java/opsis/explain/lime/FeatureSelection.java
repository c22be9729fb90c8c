package opsis.explain.lime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which features the local model speaks of, by the reference's rule "auto": up to six are added one by one, each time
 * the one that raises weighted R² most; more are those with the greatest weights of a first fit to all.
 */
final class FeatureSelection {

  private static final int MOST_BY_FORWARD_SELECTION = 6;
  private static final double PENALTY_OF_FIRST_FIT = 0.01;

  private FeatureSelection() {}

  /** Columns in the order of selection; all of them, in ascending order, when no more than {@code most}. */
  static int[] select(Masks masks, double[] targets, double[] weights, int most) {
    if (masks.columns() <= most) {
      return IntStream.range(0, masks.columns()).toArray();
    }
    return most <= MOST_BY_FORWARD_SELECTION
        ? forward(masks, targets, weights, most)
        : greatestWeights(masks, targets, weights, most);
  }

  private static int[] forward(Masks masks, double[] targets, double[] weights, int most) {
    int[] selected = new int[0];
    while (selected.length < most) {
      int[] candidate = Arrays.copyOf(selected, selected.length + 1);
      int[] best = null;
      double bestScore = Double.NEGATIVE_INFINITY;
      for (int column = 0; column < masks.columns(); column++) {
        if (contains(selected, column)) {
          continue;
        }
        candidate[selected.length] = column;
        Masks chosen = masks.select(candidate);
        double score = new Ridge(chosen, weights, 0).fit(targets).score(chosen, targets, weights);
        if (score > bestScore) {
          bestScore = score;
          best = candidate.clone();
        }
      }
      selected = best;
    }
    return selected;
  }

  private static int[] greatestWeights(Masks masks, double[] targets, double[] weights, int most) {
    double[] coefficients = new Ridge(masks, weights, PENALTY_OF_FIRST_FIT).fit(targets).coefficients();
    return IntStream.range(0, coefficients.length)
        .boxed()
        .sorted(Comparator.comparingDouble(column -> -Math.abs(coefficients[column])))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean contains(int[] values, int value) {
    return Arrays.stream(values).anyMatch(each -> each == value);
  }
}

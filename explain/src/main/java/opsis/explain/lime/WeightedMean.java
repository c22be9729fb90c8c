package opsis.explain.lime;

/** The weighted mean, exact where nothing varies, so that a constant leaves no residual. */
final class WeightedMean {

  private WeightedMean() {}

  static double of(double[] values, double[] weights) {
    double sum = 0;
    double total = 0;
    boolean varies = false;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      total += weights[i];
      varies |= values[i] != values[0];
    }
    return varies ? sum / total : values[0];
  }
}

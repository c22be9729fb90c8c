package opsis.explain.lime;

/**
 * A linear function of masks.
 *
 * @param coefficients one a column
 * @param intercept its value where everything is off
 */
record LinearFit(double[] coefficients, double intercept) {

  double predict(Masks masks, int row) {
    double sum = 0;
    for (int column : masks.columnsKept(row)) {
      sum += coefficients[column];
    }
    return sum + intercept;
  }

  /** Weighted R²: 1 when nothing varies and the fit says so, as scikit-learn's {@code r2_score} has it. */
  double score(Masks masks, double[] targets, double[] weights) {
    double mean = WeightedMean.of(targets, weights);
    double left = 0;
    double total = 0;
    for (int row = 0; row < targets.length; row++) {
      double residual = targets[row] - predict(masks, row);
      double deviation = targets[row] - mean;
      left += weights[row] * residual * residual;
      total += weights[row] * deviation * deviation;
    }
    if (total == 0) {
      return left == 0 ? 1 : 0;
    }
    return 1 - left / total;
  }
}

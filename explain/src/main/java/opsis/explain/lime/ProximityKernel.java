package opsis.explain.lime;

/**
 * How much each sample counts: √exp(−d²/width²) for the cosine distance d between its mask and the mask that keeps
 * everything, times a scale. With k of n features kept d is 1 − √(k/n); with none kept it is 1.
 */
final class ProximityKernel {

  private final double scale;
  private final double width;

  ProximityKernel(double scale, double width) {
    this.scale = scale;
    this.width = width;
  }

  double[] weights(Masks masks) {
    double[] weights = new double[masks.rows()];
    for (int row = 0; row < weights.length; row++) {
      double distance = scale * (1 - StrictMath.sqrt((double) masks.kept(row) / masks.columns()));
      weights[row] = StrictMath.sqrt(StrictMath.exp(-(distance * distance) / (width * width)));
    }
    return weights;
  }
}

package opsis.explain.segment;

import java.util.stream.IntStream;

/**
 * For each pixel the sum of a Gaussian of its distance in colour and place to every pixel around it.
 *
 * <p>The Gaussian of two pixels serves both, so only pixels that come later in reading order are looked at and their
 * share is added at both ends. A band of rows has its own sums for the rows that it reaches beyond itself; bands are of
 * fixed size and added in order, so the rounding does not depend on how many threads there are.
 */
final class Densities {

  private static final int BAND = 30;

  private final LabImage colours;
  private final int width;
  private final int height;
  private final int reach;
  private final double[] ofPlace;
  private final GaussianTable ofColour;

  Densities(LabImage colours, double kernelSize) {
    this.colours = colours;
    this.width = colours.width();
    this.height = colours.height();
    this.reach = Quickshift.reach(kernelSize);
    double scale = 0.5 / (kernelSize * kernelSize);
    this.ofColour = new GaussianTable(scale);
    this.ofPlace = new double[reach + 1];
    for (int offset = 0; offset <= reach; offset++) {
      ofPlace[offset] = StrictMath.exp(-scale * offset * offset);
    }
  }

  double[] sum() {
    int bands = (height + BAND - 1) / BAND;
    double[][] parts =
        IntStream.range(0, bands).parallel().mapToObj(band -> ofBand(band * BAND)).toArray(double[][]::new);
    double[] sums = new double[width * height];
    for (int band = 0; band < bands; band++) {
      int offset = band * BAND * width;
      for (int i = 0; i < parts[band].length; i++) {
        sums[offset + i] += parts[band][i];
      }
    }
    return sums;
  }

  /** Shares of the band's pixels and of those that they reach below, from the band's first pixel on. */
  private double[] ofBand(int firstRow) {
    int end = Math.min(firstRow + BAND, height);
    double[] sums = new double[(Math.min(end + reach, height) - firstRow) * width];
    int base = firstRow * width;
    for (int y = firstRow; y < end; y++) {
      int lastRow = Math.min(y + reach, height - 1);
      for (int x = 0; x < width; x++) {
        int pixel = y * width + x;
        sums[pixel - base] += 1;
        addRow(sums, base, pixel, pixel + 1, pixel + Math.min(reach, width - 1 - x), pixel, 1);
        for (int row = y + 1; row <= lastRow; row++) {
          int below = row * width + x;
          int from = below - Math.min(reach, x);
          int to = below + Math.min(reach, width - 1 - x);
          addRow(sums, base, pixel, from, to, below, ofPlace[row - y]);
        }
      }
    }
    return sums;
  }

  private void addRow(double[] sums, int base, int pixel, int from, int to, int middle, double ofRow) {
    double own = 0;
    for (int other = from; other <= to; other++) {
      double share = ofRow * ofPlace[Math.abs(other - middle)];
      double colour = colours.distance(pixel, other);
      if (colour != 0) {
        share *= ofColour.at(colour);
      }
      own += share;
      sums[other - base] += share;
    }
    sums[pixel - base] += own;
  }
}

package opsis.explain.segment;

import java.awt.image.BufferedImage;

/**
 * A picture in CIE Lab (white D65, two degrees), each channel times a ratio; sRGB to Lab by IEC 61966-2-1 and CIE 1976
 * with the rounded constants that scikit-image uses.
 */
final class LabImage {

  private static final double[] LINEAR = linear();

  private final int width;
  private final int height;
  private final double[] lightness;
  private final double[] greenRed;
  private final double[] blueYellow;

  private LabImage(int width, int height) {
    this.width = width;
    this.height = height;
    this.lightness = new double[width * height];
    this.greenRed = new double[width * height];
    this.blueYellow = new double[width * height];
  }

  static LabImage of(BufferedImage image, double ratio) {
    LabImage lab = new LabImage(image.getWidth(), image.getHeight());
    int[] pixels = image.getRGB(0, 0, lab.width, lab.height, null, 0, lab.width);
    for (int i = 0; i < pixels.length; i++) {
      // Neighbours on a screenshot are mostly equal, and a colour costs three roots.
      if (i > 0 && pixels[i] == pixels[i - 1]) {
        lab.lightness[i] = lab.lightness[i - 1];
        lab.greenRed[i] = lab.greenRed[i - 1];
        lab.blueYellow[i] = lab.blueYellow[i - 1];
      } else {
        lab.set(i, pixels[i], ratio);
      }
    }
    return lab;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Squared distance of two pixels' colours. */
  double distance(int pixel, int other) {
    double l = lightness[pixel] - lightness[other];
    double a = greenRed[pixel] - greenRed[other];
    double b = blueYellow[pixel] - blueYellow[other];
    return l * l + a * a + b * b;
  }

  private void set(int pixel, int rgb, double ratio) {
    double red = LINEAR[rgb >> 16 & 0xff];
    double green = LINEAR[rgb >> 8 & 0xff];
    double blue = LINEAR[rgb & 0xff];
    double x = response((0.412453 * red + 0.357580 * green + 0.180423 * blue) / 0.95047);
    double y = response(0.212671 * red + 0.715160 * green + 0.072169 * blue);
    double z = response((0.019334 * red + 0.119193 * green + 0.950227 * blue) / 1.08883);
    lightness[pixel] = (116 * y - 16) * ratio;
    greenRed[pixel] = 500 * (x - y) * ratio;
    blueYellow[pixel] = 200 * (y - z) * ratio;
  }

  private static double response(double tristimulus) {
    return tristimulus > 0.008856 ? StrictMath.cbrt(tristimulus) : 7.787 * tristimulus + 16.0 / 116;
  }

  private static double[] linear() {
    double[] linear = new double[256];
    for (int i = 0; i < linear.length; i++) {
      double value = i / 255.0;
      linear[i] = value > 0.04045 ? StrictMath.pow((value + 0.055) / 1.055, 2.4) : value / 12.92;
    }
    return linear;
  }
}

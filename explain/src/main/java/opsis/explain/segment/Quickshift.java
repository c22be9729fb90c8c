package opsis.explain.segment;

import java.awt.image.BufferedImage;

/** Quickshift. */
public record Quickshift(double kernelSize, double maxDistance, double ratio) implements Segmentation {

  public static Quickshift standard() {
    return new Quickshift(4, 200, 0.2);
  }

  @Override
  public Segments segment(BufferedImage image, long seed) {
    throw new UnsupportedOperationException("not filled yet");
  }
}

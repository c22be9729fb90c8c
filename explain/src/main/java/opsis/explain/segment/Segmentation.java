package opsis.explain.segment;

import java.awt.image.BufferedImage;

/** A way to cut a picture into regions. */
public sealed interface Segmentation permits Quickshift, Grid {

  /**
   * Cuts the picture; the same picture and seed always give the same regions.
   *
   * @param seed 0 to 2³² − 1, where the way needs random draws
   */
  Segments segment(BufferedImage image, long seed);

  /**
   * The segmentation of that name with its usual parameters.
   *
   * @param name {@code quickshift} or {@code grid}
   * @throws IllegalArgumentException for any other name
   */
  static Segmentation named(String name) {
    return switch (name) {
      case "quickshift" -> Quickshift.standard();
      case "grid" -> Grid.standard();
      default -> throw new IllegalArgumentException("segmentation '" + name + "': give quickshift or grid");
    };
  }
}

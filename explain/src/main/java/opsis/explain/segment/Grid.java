package opsis.explain.segment;

import java.awt.image.BufferedImage;

/**
 * Equal rectangles: the cheapest segmentation, the same for every picture of one size.
 *
 * @param columns at least 1; fewer where the picture is narrower
 * @param rows at least 1; fewer where the picture is lower
 */
public record Grid(int columns, int rows) implements Segmentation {

  public Grid {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("grid of " + columns + "×" + rows + ": give at least 1×1");
    }
  }

  /** 12 × 12: squares of 50 pixels on a screenshot of 600 × 600. */
  public static Grid standard() {
    return new Grid(12, 12);
  }

  @Override
  public Segments segment(BufferedImage image, long seed) {
    int width = image.getWidth();
    int height = image.getHeight();
    int across = Math.min(columns, width);
    int down = Math.min(rows, height);
    int[] labels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        labels[y * width + x] = y * down / height * across + x * across / width;
      }
    }
    return Segments.of(width, height, labels);
  }
}

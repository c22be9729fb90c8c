package opsis.explain.segment;

import java.util.Arrays;

/** Which pixel of a picture belongs to which region; regions are numbered from 0 without a gap. */
public final class Segments {

  private final int width;
  private final int height;
  private final int count;
  private final int[] labels;

  private Segments(int width, int height, int count, int[] labels) {
    this.width = width;
    this.height = height;
    this.count = count;
    this.labels = labels;
  }

  /**
   * Takes any numbering and keeps its order: the least number becomes region 0, the next region 1.
   *
   * @param labels a number for each pixel, row by row; {@code width} × {@code height} of them
   * @throws IllegalArgumentException when the size does not fit
   */
  public static Segments of(int width, int height, int[] labels) {
    if (width < 1 || height < 1 || labels.length != width * height) {
      throw new IllegalArgumentException(
          labels.length + " labels for " + width + "×" + height + " pixels: give one a pixel");
    }
    int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
    int[] renumbered = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      renumbered[i] = Arrays.binarySearch(distinct, labels[i]);
    }
    return new Segments(width, height, distinct.length, renumbered);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** How many regions there are. */
  public int count() {
    return count;
  }

  /** The region of the pixel in column {@code x} and row {@code y}. */
  public int at(int x, int y) {
    return labels[y * width + x];
  }

  /** A copy of the regions of all pixels, row by row. */
  public int[] flat() {
    return labels.clone();
  }

  /** A copy of the regions of all pixels: {@code [height][width]}. */
  public int[][] labels() {
    int[][] rows = new int[height][];
    for (int y = 0; y < height; y++) {
      rows[y] = Arrays.copyOfRange(labels, y * width, (y + 1) * width);
    }
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Segments that
        && width == that.width
        && height == that.height
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(labels);
  }

  @Override
  public String toString() {
    return "Segments[" + width + "×" + height + ", " + count + " regions]";
  }
}

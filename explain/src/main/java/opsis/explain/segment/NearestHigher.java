package opsis.explain.segment;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds for each pixel the nearest one, in colour and place, among those around it of higher density; of equally near
 * ones the first in reading order. Places are tried from near to far, and the search ends where the place alone is
 * farther than the best so far.
 */
final class NearestHigher {

  private final LabImage colours;
  private final double[] density;
  private final double greatestDistance;
  private final int[] across;
  private final int[] down;

  NearestHigher(LabImage colours, double[] density, int reach, double greatestDistance) {
    this.colours = colours;
    this.density = density;
    this.greatestDistance = greatestDistance;
    int side = 2 * reach + 1;
    int[] places =
        IntStream.range(0, side * side)
            .boxed()
            .sorted(Comparator.comparingInt(i -> squared(i % side - reach, i / side - reach)))
            .mapToInt(Integer::intValue)
            .toArray();
    across = IntStream.of(places).map(i -> i % side - reach).toArray();
    down = IntStream.of(places).map(i -> i / side - reach).toArray();
  }

  /** Writes the parent of each pixel of a row; a pixel without one, or with one too far, is its own. */
  void fill(int y, int[] parents) {
    for (int x = 0; x < colours.width(); x++) {
      parents[y * colours.width() + x] = parent(x, y);
    }
  }

  private int parent(int x, int y) {
    int width = colours.width();
    int pixel = y * width + x;
    double own = density[pixel];
    double closest = Double.POSITIVE_INFINITY;
    int parent = pixel;
    for (int i = 1; i < across.length && squared(across[i], down[i]) <= closest; i++) {
      int column = x + across[i];
      int row = y + down[i];
      if (column < 0 || column >= width || row < 0 || row >= colours.height()) {
        continue;
      }
      int other = row * width + column;
      if (density[other] <= own) {
        continue;
      }
      double distance = colours.distance(pixel, other) + down[i] * down[i] + across[i] * across[i];
      if (distance < closest || distance == closest && other < parent) {
        closest = distance;
        parent = other;
      }
    }
    return Math.sqrt(closest) > greatestDistance ? pixel : parent;
  }

  private static int squared(int across, int down) {
    return across * across + down * down;
  }
}

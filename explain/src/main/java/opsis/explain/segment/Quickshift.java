package opsis.explain.segment;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import opsis.explain.random.PermutedCongruential;

/**
 * Quickshift (Vedaldi and Soatto 2008) over colour and place, giving the regions that scikit-image 0.19 and later
 * give: every pixel is linked to the nearest pixel of higher density, and links that are too long are cut. Densities
 * are Gaussian sums within three kernel sizes, with noise of 10⁻⁵ against ties. Work is split into bands of fixed size,
 * so the result is the same on any number of threads.
 *
 * @param kernelSize standard deviation of the Gaussian, in pixels; at least 1; greater gives fewer regions
 * @param maxDistance longest link; greater gives fewer regions
 * @param ratio weight of colour (CIE Lab) against place; greater than 0
 */
public record Quickshift(double kernelSize, double maxDistance, double ratio) implements Segmentation {

  private static final double NOISE = 0.00001;

  public Quickshift {
    if (!(kernelSize >= 1) || !(maxDistance > 0) || !(ratio > 0)) {
      throw new IllegalArgumentException(
          "quickshift with kernel size " + kernelSize + ", greatest distance " + maxDistance + ", ratio " + ratio
              + ": give a kernel size of at least 1, the others greater than 0");
    }
  }

  /** LIME's own choice for pictures: kernel size 4, distance 200, ratio 0.2. */
  public static Quickshift standard() {
    return new Quickshift(4, 200, 0.2);
  }

  @Override
  public Segments segment(BufferedImage image, long seed) {
    int width = image.getWidth();
    int height = image.getHeight();
    LabImage colours = LabImage.of(image, ratio);
    double[] density = new Densities(colours, kernelSize).sum();
    PermutedCongruential noise = new PermutedCongruential(seed);
    for (int i = 0; i < density.length; i++) {
      density[i] += NOISE * noise.nextGaussian();
    }
    int[] parents = parents(colours, density);
    int[] roots = new int[parents.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = root(parents, i);
    }
    return Segments.of(width, height, roots);
  }

  private int[] parents(LabImage colours, double[] density) {
    int[] parents = new int[density.length];
    NearestHigher nearest = new NearestHigher(colours, density, reach(kernelSize), maxDistance);
    IntStream.range(0, colours.height()).parallel().forEach(y -> nearest.fill(y, parents));
    return parents;
  }

  /** Follows the links to their end and shortens them on the way. */
  private static int root(int[] parents, int pixel) {
    int root = pixel;
    while (parents[root] != root) {
      root = parents[root];
    }
    int next = pixel;
    while (parents[next] != root) {
      int following = parents[next];
      parents[next] = root;
      next = following;
    }
    return root;
  }

  /** How many pixels to each side still count. */
  static int reach(double kernelSize) {
    return (int) Math.ceil(3 * kernelSize);
  }
}

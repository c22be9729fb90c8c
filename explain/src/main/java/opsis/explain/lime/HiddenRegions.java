package opsis.explain.lime;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import opsis.explain.segment.Segments;

/** A picture beside the same picture with every region painted over, and any mixture of the two. */
final class HiddenRegions {

  private final Segments segments;
  private final int[] regions;
  private final int[] shown;
  private final int[] hidden;

  /**
   * @param image opaque
   * @param hideColour null: each region's own mean colour, rounded down as the reference does
   */
  HiddenRegions(BufferedImage image, Segments segments, Color hideColour) {
    this.segments = segments;
    this.regions = segments.flat();
    this.shown = pixels(image);
    this.hidden = hideColour == null ? meanColours() : plain(hideColour);
  }

  /** A new picture with the regions hidden that a row of the masks switches off. */
  BufferedImage perturbed(Masks masks, int row) {
    BufferedImage image = new BufferedImage(segments.width(), segments.height(), BufferedImage.TYPE_INT_RGB);
    int[] target = pixels(image);
    int[] keep = new int[segments.count()];
    for (int region : masks.columnsKept(row)) {
      keep[region] = -1;
    }
    for (int i = 0; i < target.length; i++) {
      int kept = keep[regions[i]];
      target[i] = shown[i] & kept | hidden[i] & ~kept;
    }
    return image;
  }

  private int[] plain(Color colour) {
    int[] pixels = new int[shown.length];
    Arrays.fill(pixels, colour.getRGB() & 0xffffff);
    return pixels;
  }

  private int[] meanColours() {
    long[] red = new long[segments.count()];
    long[] green = new long[segments.count()];
    long[] blue = new long[segments.count()];
    long[] size = new long[segments.count()];
    for (int i = 0; i < shown.length; i++) {
      red[regions[i]] += shown[i] >> 16 & 0xff;
      green[regions[i]] += shown[i] >> 8 & 0xff;
      blue[regions[i]] += shown[i] & 0xff;
      size[regions[i]]++;
    }
    int[] pixels = new int[shown.length];
    for (int i = 0; i < pixels.length; i++) {
      int region = regions[i];
      pixels[i] =
          (int) (red[region] / size[region] << 16 | green[region] / size[region] << 8 | blue[region] / size[region]);
    }
    return pixels;
  }

  /** A scorer gets opaque pictures: what is transparent lies on white, as on a page. */
  static BufferedImage opaque(BufferedImage image) {
    BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}

package opsis.explain.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import opsis.explain.Attribution;
import opsis.explain.Feature;
import opsis.explain.segment.Segments;

/**
 * The regions that decided, drawn on the picture. Red with a solid outline speaks for the label, green with a dashed
 * outline against it, so that the difference is seen without colour too; the stronger, the more opaque. A light rim
 * keeps the outline visible on a dark picture.
 */
public final class Overlay {

  private static final int FOR = 0xd0_1030;
  private static final int AGAINST = 0x0a_7d3c;
  private static final int RIM = 0xff_ffff;

  /** Opacity of the strongest region, and the least that is still seen. */
  private static final double MOST_OPAQUE = 0.55;
  private static final double LEAST_OPAQUE = 0.12;

  private static final int OUTLINE = 2;
  private static final int DASH = 6;

  private final int width;
  private final int height;
  private final Segments segments;
  private final BufferedImage canvas;
  /** Of each region; null for one that is not drawn. */
  private final Shade[] shades;

  private Overlay(BufferedImage picture, Segments segments, Attribution attribution, int top) {
    this.width = picture.getWidth();
    this.height = picture.getHeight();
    this.segments = segments;
    this.canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.shades = new Shade[segments.count()];
    Map<Integer, Shade> worthShowing = Shade.of(attribution);
    attribution.features().stream()
        .limit(Math.max(top, 0))
        .forEach(feature -> shades[feature.index()] = worthShowing.get(feature.index()));
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    graphics.dispose();
  }

  /**
   * Draws the strongest regions.
   *
   * @param segments of the picture's size
   * @param attribution of these regions
   * @param top how many regions at most; a region of negligible weight is never drawn
   * @return a PNG of the picture's size; the same arguments give the same bytes
   * @throws IllegalArgumentException when picture, regions and attribution do not belong together
   */
  public static byte[] png(BufferedImage picture, Segments segments, Attribution attribution, int top) {
    if (segments.width() != picture.getWidth() || segments.height() != picture.getHeight()) {
      throw new IllegalArgumentException(
          segments + " for a picture of " + picture.getWidth() + "×" + picture.getHeight()
              + ": give the regions of this picture");
    }
    for (Feature feature : attribution.features()) {
      if (feature.index() < 0 || feature.index() >= segments.count()) {
        throw new IllegalArgumentException(
            "the attribution speaks of region " + feature.index() + " but there are " + segments.count()
                + ": give the attribution of these regions");
      }
    }
    Overlay overlay = new Overlay(picture, segments, attribution, top);
    overlay.draw();
    return overlay.encode();
  }

  private void draw() {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Shade shade = shades[segments.at(x, y)];
        if (shade != null) {
          drawInside(x, y, shade);
        } else if (touchesDrawn(x, y)) {
          blend(x, y, RIM, 0.75);
        }
      }
    }
  }

  private void drawInside(int x, int y, Shade shade) {
    int colour = shade.speaksFor() ? FOR : AGAINST;
    if (!isOutline(x, y)) {
      blend(x, y, colour, LEAST_OPAQUE + (MOST_OPAQUE - LEAST_OPAQUE) * shade.share());
    } else if (shade.speaksFor() || isDash(x, y)) {
      blend(x, y, colour, 1);
    } else {
      blend(x, y, RIM, 0.75);
    }
  }

  private static boolean isDash(int x, int y) {
    return (x + y) / DASH % 2 == 0;
  }

  /** Whether another region, or the picture's edge, is within the outline's width. */
  private boolean isOutline(int x, int y) {
    int region = segments.at(x, y);
    for (int dy = -OUTLINE; dy <= OUTLINE; dy++) {
      for (int dx = -OUTLINE; dx <= OUTLINE; dx++) {
        if (!isInside(x + dx, y + dy) || segments.at(x + dx, y + dy) != region) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean touchesDrawn(int x, int y) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if (isInside(x + dx, y + dy) && shades[segments.at(x + dx, y + dy)] != null) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isInside(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  private void blend(int x, int y, int colour, double opacity) {
    int below = canvas.getRGB(x, y);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double channel = (below >> shift & 0xff) * (1 - opacity) + (colour >> shift & 0xff) * opacity;
      mixed |= (int) Math.round(channel) << shift;
    }
    canvas.setRGB(x, y, mixed);
  }

  private byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(canvas, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("the overlay could not be written as PNG: " + e.getMessage(), e);
    }
    return out.toByteArray();
  }
}

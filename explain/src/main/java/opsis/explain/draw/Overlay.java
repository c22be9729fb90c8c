package opsis.explain.draw;

import java.awt.image.BufferedImage;
import opsis.explain.Attribution;
import opsis.explain.segment.Segments;

/** Regions drawn on the picture. */
public final class Overlay {

  private Overlay() {}

  public static byte[] png(BufferedImage picture, Segments segments, Attribution attribution, int top) {
    throw new UnsupportedOperationException("not filled yet");
  }
}

package opsis.explain.lime;

import java.awt.image.BufferedImage;
import java.util.Objects;
import opsis.explain.ImageScorer;
import opsis.explain.segment.Segments;

/** Explains a picture by its regions. */
public final class ImageLime {

  private final ImageLimeSettings settings;

  public ImageLime(ImageLimeSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  public ImageExplanation explain(BufferedImage image, ImageScorer scorer, int label) {
    throw new UnsupportedOperationException("not filled yet " + settings);
  }

  public ImageExplanation explain(BufferedImage image, Segments segments, ImageScorer scorer, int label) {
    throw new UnsupportedOperationException("not filled yet " + settings);
  }
}

package opsis.explain.lime;

import java.util.Objects;
import opsis.explain.TextScorer;

/** Explains a text by its words. */
public final class TextLime {

  private final TextLimeSettings settings;

  public TextLime(TextLimeSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  public TextExplanation explain(String text, TextScorer scorer, int label) {
    throw new UnsupportedOperationException("not filled yet " + settings);
  }
}

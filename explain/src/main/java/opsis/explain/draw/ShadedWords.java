package opsis.explain.draw;

import opsis.explain.lime.TextExplanation;

/** Words shaded in the text. */
public final class ShadedWords {

  private ShadedWords() {}

  public static String html(TextExplanation explanation) {
    throw new UnsupportedOperationException("not filled yet");
  }

  public static String css() {
    throw new UnsupportedOperationException("not filled yet");
  }

  public static String ansi(TextExplanation explanation) {
    throw new UnsupportedOperationException("not filled yet");
  }
}

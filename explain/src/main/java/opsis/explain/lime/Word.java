package opsis.explain.lime;

import java.util.Objects;

/**
 * One occurrence of a word in a text.
 *
 * @param text as it stands there
 * @param start of the word in the text, in UTF-16 units
 * @param end just after the word, in UTF-16 units
 * @param feature the {@link opsis.explain.Feature#index() index} of the feature that the word belongs to
 */
public record Word(String text, int start, int end, int feature) {

  public Word {
    Objects.requireNonNull(text, "text");
  }
}

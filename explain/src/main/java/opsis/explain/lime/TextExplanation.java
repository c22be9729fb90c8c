package opsis.explain.lime;

import java.util.List;
import java.util.Objects;
import opsis.explain.Attribution;

/**
 * The words that decided a prediction, with their places in the text, so that they can be shaded.
 *
 * @param text the explained text
 * @param words every word of the text in reading order, with or without a weight
 * @param attribution weights of the features that the words belong to
 */
public record TextExplanation(String text, List<Word> words, Attribution attribution) {

  public TextExplanation {
    Objects.requireNonNull(text, "text");
    words = List.copyOf(words);
    Objects.requireNonNull(attribution, "attribution");
  }
}

package opsis.explain.lime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text cut into words and what stands between them, as the reference cuts it at {@code (\W+)|$}: a word is a run of
 * letters, digits and low lines. As in Python, and unlike in Java's regular expressions, a combining mark is no part
 * of a word and every Unicode letter and number is.
 */
final class Words {

  /** A word that no vocabulary knows stands for an occurrence that is hidden. */
  private static final String UNKNOWN = "UNKWORDZ";

  private final boolean bagOfWords;
  private final List<String> pieces = new ArrayList<>();
  /** For each piece its feature, or -1 for what stands between words. */
  private final List<Integer> features = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  Words(String text, boolean bagOfWords) {
    this.bagOfWords = bagOfWords;
    Map<String, Integer> vocabulary = new HashMap<>();
    int start = 0;
    while (start < text.length()) {
      boolean word = isWordCharacter(text.codePointAt(start));
      int end = start;
      while (end < text.length() && isWordCharacter(text.codePointAt(end)) == word) {
        end += Character.charCount(text.codePointAt(end));
      }
      add(text.substring(start, end), word, vocabulary);
      start = end;
    }
  }

  private void add(String piece, boolean word, Map<String, Integer> vocabulary) {
    pieces.add(piece);
    if (!word) {
      features.add(-1);
    } else if (bagOfWords && vocabulary.containsKey(piece)) {
      features.add(vocabulary.get(piece));
    } else {
      vocabulary.put(piece, ids.size());
      features.add(ids.size());
      ids.add(piece);
    }
  }

  /** How many features the text has. */
  int count() {
    return ids.size();
  }

  /** The word of a feature. */
  String id(int feature) {
    return ids.get(feature);
  }

  /** Every word of the text in reading order. */
  List<Word> all() {
    List<Word> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int end = start + pieces.get(i).length();
      if (features.get(i) >= 0) {
        words.add(new Word(pieces.get(i), start, end, features.get(i)));
      }
      start = end;
    }
    return List.copyOf(words);
  }

  /** The text with the words hidden that a row of the masks switches off. */
  String perturbed(Masks masks, int row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      if (features.get(i) < 0 || masks.on(row, features.get(i))) {
        text.append(pieces.get(i));
      } else if (!bagOfWords) {
        text.append(UNKNOWN);
      }
    }
    return text.toString();
  }

  /** Python's {@code \w}: a letter or number of any script, or the low line. */
  private static boolean isWordCharacter(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
          true;
      default -> codePoint == '_';
    };
  }
}

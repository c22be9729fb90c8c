package opsis.capture.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A post's words as HTML: each word in {@code <span data-opsis="word" data-index="i">}, mentions, hashtags and addresses
 * coloured. Words are maximal runs of Unicode letters, digits and underscores: what Python's {@code \w+} matches, and so
 * the words that LIME's text explainer (M. T. Ribeiro et al., 2016; reference implementation, split {@code \W+}) turns on
 * and off.
 */
final class CardText {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Pattern LINK = Pattern.compile("(?<![\\p{L}\\p{N}_])https?://[^\\s<>\"']+|[@#][\\p{L}\\p{N}_]+");

  private final StringBuilder out = new StringBuilder();
  private int words;

  private CardText() {}

  static String html(String text) {
    CardText html = new CardText();
    Matcher link = LINK.matcher(text);
    int from = 0;
    while (link.find()) {
      html.words(text.substring(from, link.start()));
      html.out.append("<span class=\"link\">");
      html.words(link.group());
      html.out.append("</span>");
      from = link.end();
    }
    html.words(text.substring(from));
    return html.out.toString();
  }

  /** The link pattern never cuts a word, since it begins before one and ends behind one. */
  private void words(String piece) {
    Matcher word = WORD.matcher(piece);
    int from = 0;
    while (word.find()) {
      out.append(Html.escape(piece.substring(from, word.start())));
      out.append("<span data-opsis=\"word\" data-index=\"").append(words++).append("\">").append(Html.escape(word.group())).append("</span>");
      from = word.end();
    }
    out.append(Html.escape(piece.substring(from)));
  }
}

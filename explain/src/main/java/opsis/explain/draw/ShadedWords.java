package opsis.explain.draw;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import opsis.explain.lime.TextExplanation;
import opsis.explain.lime.Word;

/**
 * A text with the words shaded that decided: red with a solid underline for the label, green with a dashed one
 * against it, stronger words darker, words of negligible weight as they are. The text is hostile input: it is escaped, control characters are replaced, and
 * the page needs neither script nor style attributes.
 */
public final class ShadedWords {

  private static final String RESET = "\u001b[0m";

  private ShadedWords() {}

  /** One inline HTML element; {@link #css()} gives its classes their look. Line ends stay as they are. */
  public static String html(TextExplanation explanation) {
    return "<bdi class=\"opsis-words\">" + shade(explanation, SafeText::html, ShadedWords::mark) + "</bdi>";
  }

  /** The rules for what {@link #html} writes; for a style element or a style sheet. */
  public static String css() {
    StringBuilder css = new StringBuilder(".opsis-words{white-space:pre-wrap;overflow-wrap:anywhere}\n");
    css.append(".opsis-words mark{color:inherit;border-radius:.15em;padding:0 .1em;")
        .append("text-decoration-thickness:.12em;text-underline-offset:.18em}\n");
    css.append(".opsis-words .opsis-for{text-decoration-line:underline;text-decoration-style:solid;")
        .append("text-decoration-color:#d01030}\n");
    css.append(".opsis-words .opsis-against{text-decoration-line:underline;text-decoration-style:dashed;")
        .append("text-decoration-color:#0a7d3c}\n");
    for (int strength = 1; strength <= Shade.STRENGTHS; strength++) {
      String opacity = String.format(Locale.ROOT, "%.2f", 0.09 * strength);
      css.append(".opsis-words .opsis-for.opsis-").append(strength)
          .append("{background:rgba(208,16,48,").append(opacity).append(")}\n");
      css.append(".opsis-words .opsis-against.opsis-").append(strength)
          .append("{background:rgba(10,125,60,").append(opacity).append(")}\n");
    }
    return css.toString();
  }

  /** For a terminal of 256 colours: words for the label on red, words against it on green and underlined. */
  public static String ansi(TextExplanation explanation) {
    return shade(explanation, SafeText::plain, ShadedWords::colour);
  }

  private static String shade(
      TextExplanation explanation, UnaryOperator<String> safe, BiFunction<String, Shade, String> shaded) {
    Map<Integer, Shade> shades = Shade.of(explanation.attribution());
    String text = explanation.text();
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Word word : explanation.words()) {
      Shade shade = shades.get(word.feature());
      if (shade != null) {
        out.append(safe.apply(text.substring(done, word.start())));
        out.append(shaded.apply(safe.apply(text.substring(word.start(), word.end())), shade));
        done = word.end();
      }
    }
    return out.append(safe.apply(text.substring(done))).toString();
  }

  private static String mark(String word, Shade shade) {
    String weight = String.format(Locale.ROOT, "%+.4f", shade.weight());
    return "<mark class=\"" + (shade.speaksFor() ? "opsis-for" : "opsis-against") + " opsis-" + shade.strength()
        + "\" title=\"" + weight + "\">" + word + "</mark>";
  }

  /** White on dark red or green of the colour cube, brighter with strength and bold at the greatest. */
  private static String colour(String word, Shade shade) {
    int level = shade.strength() / 2;
    String style = level == 2 ? "\u001b[1;97;" : "\u001b[97;";
    String background = shade.speaksFor() ? "48;5;" + (52 + 36 * level) : "4;48;5;" + (22 + 6 * Math.min(level, 1));
    return style + background + "m" + word + RESET;
  }
}

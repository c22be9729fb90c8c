package opsis.explain.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import opsis.explain.lime.TextExplanation;
import opsis.explain.lime.TextLime;
import opsis.explain.lime.TextLimeSettings;

class ShadedWordsTest {

  private static final String OURS = "</?bdi( class=\"opsis-words\")?>"
      + "|<mark class=\"opsis-(for|against) opsis-[1-5]\" title=\"[+-][0-9.]+\">|</mark>";

  @Example
  void wordsForAndAgainstTheLabelAreMarkedApart() {
    String html = ShadedWords.html(explain("καλός κακός ουδέτερος"));

    assertThat(html)
        .contains("<mark class=\"opsis-for opsis-5\" title=\"+0.4")
        .contains(">κακός</mark>")
        .contains("<mark class=\"opsis-against opsis-3\" title=\"-0.2")
        .contains(">καλός</mark>")
        .endsWith("</mark> ουδέτερος</bdi>");
  }

  @Example
  void markupInAPostIsText() {
    String html = ShadedWords.html(explain("<script>alert('κακός')</script> \" & <b onclick=x>"));

    assertThat(html)
        .contains("&lt;script&gt;alert(&#39;<mark")
        .contains("&quot; &amp; &lt;b onclick=x&gt;")
        .doesNotContain("<script", "<b ");
  }

  @Property(tries = 200)
  void nothingButOurTagsIsMarkup(@ForAll String text) {
    String rest = ShadedWords.html(explain(text + " κακός")).replaceAll(OURS, "");

    assertThat(rest).doesNotContain("<", ">", "\"", "'");
    assertThat(rest.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
            .replace("&amp;", "&"))
        .isEqualTo(SafeText.plain(text + " κακός"));
  }

  @Example
  void aPostCannotSteerTheTerminal() {
    String ansi = ShadedWords.ansi(explain("\u001b[2Jκακός\u0007 a\rb\u009b31m \u202eevil"));

    assertThat(ansi.replaceAll("\u001b\\[[0-9;]+m", ""))
        .isEqualTo("\ufffd[2Jκακός\ufffd a\nb\ufffd31m \ufffdevil");
    assertThat(ansi).contains("\u001b[1;97;48;5;124m2Jκακός\u001b[0m");
  }

  @Example
  void everyClassHasItsRule() {
    for (String side : List.of("for", "against")) {
      for (int strength = 1; strength <= 5; strength++) {
        assertThat(ShadedWords.css()).contains(".opsis-words .opsis-" + side + ".opsis-" + strength + "{");
      }
    }
    assertThat(ShadedWords.css()).contains("solid", "dashed").doesNotContain("<");
  }

  @Example
  void aTextWithoutWordsIsShownAsItIs() {
    assertThat(ShadedWords.html(explain("?! 😀"))).isEqualTo("<bdi class=\"opsis-words\">?! 😀</bdi>");
    assertThat(ShadedWords.ansi(explain(""))).isEmpty();
  }

  private static TextExplanation explain(String text) {
    return new TextLime(TextLimeSettings.seeded(1).withSamples(200))
        .explain(
            text,
            texts ->
                texts.stream()
                    .mapToDouble(each -> 0.3 + (each.contains("κακός") ? 0.5 : 0) - (each.contains("καλός") ? 0.2 : 0))
                    .mapToObj(p -> new double[] {1 - p, p})
                    .toArray(double[][]::new),
            1);
  }
}

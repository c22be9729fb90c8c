package opsis.capture.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardPageTest {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern WORD = Pattern.compile("<span data-opsis=\"word\" data-index=\"(\\d+)\">([^<]*)</span>");
  private final CardPage page = new CardPage(key -> key.startsWith("kept"));

  static List<String> hostile() {
    return HostileTexts.all();
  }

  private String card(String text) {
    return page.html(CardPost.ofText("1", text, "el"), Theme.LIGHT);
  }

  private static List<String> tags(String html) {
    List<String> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(html);
    while (tag.find()) tags.add(tag.group());
    return tags;
  }

  /** Everything that a stranger's text can reach says the text, and the page's own tags are the same as for plain words. */
  @ParameterizedTest
  @MethodSource("hostile")
  void noTextBecomesMarkup(String text) {
    CardPost hostile = new CardPost("1", "x" + text, "x" + text, "λέξη", text, Instant.EPOCH, null, List.of(new CardMedia("kept" + text, text)),
        new CardLink(text, text, "kept" + text), null);
    CardPost plain = new CardPost("1", "x", "x", "λέξη", "en", Instant.EPOCH, null, List.of(new CardMedia("kept", "x")), new CardLink("x", "x", "kept"), null);
    String html = page.html(hostile, Theme.LIGHT);
    assertThat(tags(html).stream().map(CardPageTest::shape)).containsExactlyElementsOf(tags(page.html(plain, Theme.LIGHT)).stream().map(CardPageTest::shape).toList());
    assertThat(tags(card(text)).stream().map(CardPageTest::shape)).isSubsetOf(tags(card("α @β #γ https://δ.gr")).stream().map(CardPageTest::shape).toList());
  }

  /** A tag without its values. */
  private static String shape(String tag) {
    return tag.replaceAll("\"[^\"]*\"", "\"\"");
  }

  @Property
  void wordsReadBackToTheTextsWords(@ForAll String text) {
    List<String> expected = new ArrayList<>();
    Matcher word = Pattern.compile("[\\p{L}\\p{N}_]+").matcher(text);
    while (word.find()) expected.add(word.group());
    List<String> shown = new ArrayList<>();
    Matcher span = WORD.matcher(CardText.html(text));
    while (span.find()) {
      assertThat(Integer.parseInt(span.group(1))).isEqualTo(shown.size());
      shown.add(span.group(2));
    }
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void mentionsHashtagsAndAddressesAreMarked() {
    assertThat(CardText.html("@eleni #θάλασσα https://a.gr/β?γ τέλος mail@host xhttp://no").split("<span class=\"link\">")).hasSize(5);
  }

  @Test
  void aPostWithoutAnythingStillHasItsCard() {
    String html = page.html(new CardPost("1", null, null, null, null, null, null, null, null, null), Theme.DARK);
    assertThat(html).contains("class=\"dark\"", "anonymous").doesNotContain("null");
  }

  @Test
  void aMissingPictureShowsAPlaceholder() {
    CardPost post = new CardPost("1", "Ελένη", "eleni", "κείμενο", "el", null, "lost", List.of(new CardMedia(null, null), new CardMedia("kept", "x")), null, null);
    String html = page.html(post, Theme.LIGHT);
    assertThat(html).contains("η εικόνα δεν φυλάχτηκε", "/picture/kept\"", ">Ε</div>").doesNotContain("/picture/lost");
  }

  @Test
  void fourPicturesAreShownAtMost() {
    List<CardMedia> six = List.of(new CardMedia("kept1", null), new CardMedia("kept2", null), new CardMedia("kept3", null), new CardMedia("kept4", null),
        new CardMedia("kept5", null), new CardMedia("kept6", null));
    assertThat(page.html(new CardPost("1", null, null, "κείμενο", "el", null, null, six, null, null), Theme.LIGHT)).contains("of-4").doesNotContain("kept5");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "9999,9999", "10000,10K", "999999,999K", "1000000,1.0M", "12345678,12.3M"})
  void countersAreRounded(long number, String shown) {
    assertThat(CardPage.rounded(number)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"Ελένη Παππά,ΕΠ", "eleni,E", "'  ',''", "a b c,AB", "🌞 ήλιος,Ή", "'—',''"})
  void initialsAreTheFirstLettersOfTwoWords(String name, String initials) {
    assertThat(CardPage.initials(name)).isEqualTo(initials);
  }

  @Property
  void aTextThatIsCutKeepsItsBeginning(@ForAll String text) {
    TextFit fit = TextFit.of(text, 100);
    String kept = fit.shown().endsWith("…") && !fit.shown().equals(text) ? fit.shown().substring(0, fit.shown().length() - 1) : fit.shown();
    assertThat(text).startsWith(kept);
  }

  @Test
  void longerTextsAreNeverLarger() {
    int size = Integer.MAX_VALUE;
    for (int words = 1; words < 2000; words += 7) {
      int next = TextFit.of("καλημέρα ".repeat(words), 400).size();
      assertThat(next).isLessThanOrEqualTo(size);
      size = next;
    }
    assertThat(size).isEqualTo(11);
    assertThat(TextFit.of("καλημέρα ".repeat(2000), 400).shown()).endsWith("μέρα…");
  }
}

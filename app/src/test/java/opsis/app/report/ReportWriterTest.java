package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportWriterTest {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final Pattern LOADED = Pattern.compile("(?:src|srcset|href|action|poster|data)=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    private String page(NightBuilder night) throws IOException {
        return page(night, Language.ENGLISH);
    }

    private String page(NightBuilder night, Language language) throws IOException {
        Path file = folder.resolve("night/report.html");
        new ReportWriter(language, ATHENS).write(night.build(), file);
        return Files.readString(file);
    }

    @Test
    void theNightIsSaidInOneSentenceInBothLanguages() throws IOException {
        String page = page(NightBuilder.night());

        assertThat(page).contains("Of 60 posts due, 51 were captured and 50 classified.", "13 are over the threshold.",
                "Από τις 60 αναρτήσεις που εκκρεμούσαν αποτυπώθηκαν 51 και ταξινομήθηκαν 50.", "13 ξεπερνούν το όριο.");
    }

    @Test
    void thePageDeclaresTheLanguageThatItOpensIn() throws IOException {
        assertThat(page(NightBuilder.night(), Language.GREEK)).startsWith("<!doctype html>\n<html lang=\"el\">")
                .containsPattern("id=\"language-el\"[^>]* checked");
        assertThat(page(NightBuilder.night(), Language.ENGLISH)).startsWith("<!doctype html>\n<html lang=\"en\">")
                .containsPattern("id=\"language-en\"[^>]* checked");
    }

    @Test
    void outcomesAreNamedWithReasonAndNextAttempt() throws IOException {
        assertThat(page(NightBuilder.night())).contains("Asked to come later", "Ζητήθηκε αναμονή",
                "429 with Retry-After 900 s", "22 Nov 2026, 06:30");
    }

    @Test
    void nothingIsLoadedFromAnywhereAndLinksGoOnlyToTheWeb() throws IOException {
        Matcher loaded = LOADED.matcher(page(NightBuilder.night()));

        List<String> targets = loaded.results().map(match -> match.group(1)).toList();

        assertThat(targets).isNotEmpty().allMatch(target -> target.matches("data:image/(png|jpeg);base64,.*|#[a-z]+|http://127.*"));
    }

    @Test
    void everyLinkAwayIsIsolated() throws IOException {
        String page = page(NightBuilder.night());

        long links = Pattern.compile("<a href=\"http").matcher(page).results().count();
        long isolated = Pattern.compile("<a href=\"http[^\"]*\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">")
                .matcher(page).results().count();
        assertThat(isolated).isEqualTo(links).isPositive();
    }

    @Test
    void thePolicyAllowsExactlyTheOneStyleAndTheOneScript() throws IOException {
        String page = page(NightBuilder.night());

        assertThat(page.replace("&#39;", "'")).contains("default-src 'none'; img-src data:; style-src 'sha256-"
                + hash(page, "style") + "'; script-src 'sha256-" + hash(page, "script") + "'");
        assertThat(page).doesNotContain("unsafe-inline", " style=\"", " onclick");
    }

    private static String hash(String page, String element) {
        String content = page.substring(page.indexOf("<" + element + ">") + element.length() + 2, page.indexOf("</" + element + ">"));
        return Base64.getEncoder().encodeToString(Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<String> hostileTexts() {
        return Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>",
                "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "</details></article><iframe src=//a.example>",
                "javascript:alert(1)", "<a href=\"javascript:alert(1)\">x</a>", "{{7*7}}${7*7}@if(true)", "&lt;script&gt;",
                "\" onmouseover=\"alert(1)", "<!--<script>", "]]><script>alert(1)</script>", "<math><mtext></form><form>",
                "\u202e<script>\u202c", "\u0000<scr\u0000ipt>alert(1)</script>", "<template><img src=x>", "<base href=//a.example>",
                "<meta http-equiv=refresh content=0;url=//a.example>", "`-alert(1)-`", "<noscript><p title=\"</noscript><img src=x>\">");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostileTextsAddNoElementAndNoAttribute(String hostile) throws IOException {
        assertThat(tags(page(saying(hostile)))).isEqualTo(tags(page(saying("harmless"))));
    }

    private static NightBuilder saying(String everywhere) {
        return NightBuilder.night().top(NightBuilder.saying(everywhere)).uncertain()
                .outcomes(new OutcomeLine(everywhere, 1, everywhere, null))
                .unfinished(new UnfinishedLine(everywhere, everywhere, everywhere, everywhere, 1, null));
    }

    /** Every tag with its attributes, the way a browser would find them, but for the words' skeleton. */
    private static List<String> tags(String page) {
        return Pattern.compile("<[!/?a-zA-Z][^>]*>").matcher(page).results().map(match -> match.group())
                .filter(tag -> !tag.matches("</?i( class=\"w\\d+\")?>")).toList();
    }

    @Test
    void anAddressThatIsNotOfTheWebIsShownButNotLinked() throws IOException {
        String page = page(NightBuilder.night().top(NightBuilder.saying("javascript:alert(1)")).uncertain());

        assertThat(page).contains("<bdi>javascript:alert(1)</bdi>").doesNotContain("href=\"javascript");
    }

    @Test
    void shadedWordsAreShownAsTheyCome() throws IOException {
        String words = "<bdi class=\"opsis-words\">Να <mark class=\"opsis-for opsis-5\" title=\"+0.4\">φύγουν</mark> όλοι</bdi>";

        assertThat(page(NightBuilder.night().top(NightBuilder.withWords(words)))).contains(words);
    }

    @Test
    void shadedWordsWithMoreThanInlineMarkupAreReplacedByThePlainText() throws IOException {
        ReportPost post = NightBuilder.withWords("<b>a</b><img src=x onerror=alert(1)>");

        assertThat(page(NightBuilder.night().top(post))).doesNotContain("onerror").contains(post.text());
    }

    @Test
    void aVeryLongTextIsCutAndSaysSo() throws IOException {
        String page = page(NightBuilder.night().top(NightBuilder.saying("λέξη ".repeat(20_000))).uncertain());

        assertThat(page.length()).isLessThan(200_000);
        assertThat(page).contains("The text is longer; only its beginning is shown.");
    }

    @Test
    void aPictureThatCannotBeReadDoesNotStopTheReport() throws IOException {
        ReportPost post = NightBuilder.post(0, 0.9);
        ReportPost broken = new ReportPost(post.id(), post.url(), null, null, null, post.text(), new byte[] {1, 2, 3}, null, null,
                0.9, null, null, null);

        assertThat(page(NightBuilder.night().top(broken))).contains("The stored picture cannot be read.", "not scored", "Not explained");
    }

    @Test
    void anEmptyNightIsAReportToo() throws IOException {
        String page = page(NightBuilder.night().numbers(0, 0, 0, 0).histogram(0, 0, 0).outcomes().unfinished()
                .top(List.of()).uncertain());

        assertThat(page).contains("No post was due for capture; 0 were classified.", "None is over the threshold.",
                "There is no such post this night.");
    }

    @Test
    void twentyFourPostsStayFitForEmail() throws IOException {
        List<ReportPost> posts = Collections.nCopies(24, NightBuilder.pictured(DrawnPosts.photograph(5)));

        assertThat(page(NightBuilder.night().top(posts).uncertain()).length()).isLessThan(6_000_000);
    }

    @Test
    void everyIdIsUsedOnce() throws IOException {
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page(NightBuilder.night())).results()
                .map(match -> match.group(1)).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void theSameNightGivesTheSameBytes() throws IOException {
        assertThat(page(NightBuilder.night())).isEqualTo(page(NightBuilder.night()));
    }

    @Test
    void anOlderReportIsReplacedAndNothingElseIsLeftInTheFolder() throws IOException {
        page(NightBuilder.night());
        page(NightBuilder.night().numbers(7, 7, 7, 7));

        try (Stream<Path> files = Files.list(folder.resolve("night"))) {
            assertThat(files).containsExactly(folder.resolve("night/report.html"));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsAnErrorThatLeavesNothingBehind() throws IOException {
        Path occupied = Files.createDirectories(folder.resolve("occupied/report.html/full")).getParent();

        assertThatThrownBy(() -> new ReportWriter(Language.ENGLISH, ATHENS).write(NightBuilder.night().build(), occupied))
                .isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(occupied.getParent())) {
            assertThat(files).containsExactly(occupied);
        }
    }
}

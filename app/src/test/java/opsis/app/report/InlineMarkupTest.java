package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineMarkupTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain &lt;b&gt; text", "<bdi class=\"opsis-words\">a <mark class=\"opsis-for opsis-5\" title=\"+0.1\">b</mark></bdi>",
        "a<br>b<br/>c", "<span data-weight=\"0.5\">Γειά</span>"})
    void wordsInInlineElementsAreHarmless(String html) {
        assertThat(InlineMarkup.isHarmless(html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<span onclick=\"alert(1)\">a</span>",
        "<span>unclosed", "closed</span>", "<span><b>crossed</span></b>", "<SCRIPT>", "<span style=\"background:url(//a.example)\">a</span>",
        "<a href=\"javascript:alert(1)\">a</a>", "<span class='x'>a</span>", "<svg/onload=alert(1)>", "< span>a</span>", "<!-- -->",
        "a < b", "<span class=\"a\"onclick=\"b\">a</span>", "</details><details open>"})
    void anythingMoreIsNot(String html) {
        assertThat(InlineMarkup.isHarmless(html)).isFalse();
    }

    @Test
    void markupBeyondAnyPostsLengthIsNot() {
        assertThat(InlineMarkup.isHarmless("a".repeat(400_001))).isFalse();
    }
}

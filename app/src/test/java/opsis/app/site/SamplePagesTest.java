package opsis.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplePagesTest {

    private final SamplePages pages = new SamplePages(SampleNetwork.load(), 42);

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title><svg onload=alert(1)>", "${main}", "&lt;script&gt;"})
    void hostileWordsStayWords(String hostile) {
        String page = pages.noticePage("missing", hostile, hostile);

        assertThat(page).doesNotContain(hostile).doesNotContain("<script", "<img", "<svg", "onmouseover='");
    }

    @Test
    void theScriptSetsWordsAsTextOnly() {
        assertThat(SamplePages.text("page.js"))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                .contains("textContent");
    }

    @Test
    void noPlaceHolderIsLeftInAPage() {
        for (SamplePost post : SampleNetwork.load().posts()) {
            assertThat(pages.statusPage(post)).doesNotContain("${");
        }
        assertThat(pages.indexPage()).doesNotContain("${");
    }
}

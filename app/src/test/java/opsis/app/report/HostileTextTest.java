package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HostileTextTest {

    @Test
    void controlCharactersAndLoneSurrogatesAreReplaced() {
        assertThat(HostileText.shown("a\u0000b\u001bc\ud800d\ne", 100)).isEqualTo("a\ufffdb\ufffdc\ufffdd\ne");
    }

    @Test
    void anEmojiIsNeverCutInTwo() {
        assertThat(HostileText.shown("😀😀", 1)).isEqualTo("😀");
        assertThat(HostileText.isLongerThan("😀😀", 2)).isFalse();
    }

    @Test
    void nothingIsShownAsNothing() {
        assertThat(HostileText.shown(null, 5)).isEmpty();
    }

    @Property
    void whatIsShownIsNeverLongerThanAsked(@ForAll String text, @ForAll @IntRange(max = 50) int longest) {
        assertThat(HostileText.shown(text, longest).codePoints().count()).isLessThanOrEqualTo(longest);
    }
}

package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private final Messages messages = new Messages();

    static Stream<String> keys() {
        return new Messages().bundle(Language.ENGLISH).keySet().stream();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(messages.bundle(Language.GREEK).keySet())
                .containsExactlyInAnyOrderElementsOf(messages.bundle(Language.ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bothLanguagesNameEveryPlaceOfATextUnlessGrammarSpellsTheNumber(String key) {
        MessageFormat greek = new MessageFormat(messages.bundle(Language.GREEK).getString(key), Locale.ROOT);
        MessageFormat english = new MessageFormat(messages.bundle(Language.ENGLISH).getString(key), Locale.ROOT);

        assertThat(greek.getFormatsByArgumentIndex()).hasSameSizeAs(english.getFormatsByArgumentIndex());
    }

    @Test
    void aNameThatNoBundleKnowsIsShownAsItIs() {
        assertThat(messages.name("outcome", "EATEN_BY_A_WHALE").in(Language.GREEK)).isEqualTo("EATEN_BY_A_WHALE");
    }

    @Test
    void greekTextsAreGreekAndEnglishTextsAreNot() {
        Text title = messages.text("top.title");

        assertThat(title.in(Language.GREEK)).matches("[\\p{IsGreek}\\s]+");
        assertThat(title.in(Language.ENGLISH)).matches("[\\p{IsLatin}\\s]+");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theHeadlineFollowsTheGrammarOfOneAndNone(Language language) {
        assertThat(headline(language, 0, 0, 0)).doesNotContain("0 αναρτήσεις", "{", "Of 0");
        assertThat(headline(language, 1, 1, 1)).doesNotContain("1 αναρτήσεις", "{", "posts");
        assertThat(headline(language, 60, 51, 50)).contains("60", "51", "50").doesNotContain("{");
    }

    @Property
    void everyHeadlineNamesTheNumberOfPostsDue(@ForAll @LongRange(min = 2, max = 999) long due) {
        assertThat(headline(Language.GREEK, due, due, due)).contains(Long.toString(due));
        assertThat(headline(Language.ENGLISH, due, due, due)).contains(Long.toString(due));
    }

    private String headline(Language language, long due, long captured, long classified) {
        return messages.counted("headline", due, due, captured, classified).in(language);
    }
}

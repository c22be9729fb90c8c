package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import opsis.explain.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrustNotesTest {

    private final TrustNotes notes = new TrustNotes(new Messages());

    @ParameterizedTest
    @EnumSource(Trust.Reason.class)
    void everyReasonIsSaidInGreek(Trust.Reason reason) {
        assertThat(notes.of(reason.sentence()).in(Language.GREEK)).doesNotContain(reason.sentence())
                .matches("[\\p{IsGreek}\\p{Punct}·\\s]+");
    }

    @Test
    void eachSideKeepsItsOwnReason() {
        String note = "Words: " + Trust.Reason.STEADY.sentence() + " Picture: " + Trust.Reason.FLAT_ANSWER.sentence();

        assertThat(notes.of(note).in(Language.GREEK)).isEqualTo("Λέξεις: Το τοπικό μοντέλο προσαρμόζεται καλά και το μεγαλύτερο "
                + "βάρος του είναι βέβαιο. Εικόνα: Η απάντηση μένει ίδια, ό,τι κι αν κρυφτεί.");
    }

    @Test
    void wordsOfOthersAreLeftAsTheyAre() {
        assertThat(notes.of("checked by hand").in(Language.GREEK)).isEqualTo("checked by hand");
    }
}

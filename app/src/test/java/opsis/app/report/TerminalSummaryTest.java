package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TerminalSummaryTest {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    private static String summary(NightBuilder night, boolean colours) {
        return new TerminalSummary(Language.ENGLISH, ATHENS, colours).of(night.build());
    }

    @Test
    void itSaysTheNightInOneSentenceAndTwoTables() {
        assertThat(summary(NightBuilder.night(), false))
                .startsWith("Of 60 posts due, 51 were captured and 50 classified. 13 are over the threshold.\n\n")
                .contains("  Outcome", "Next attempt", "  Stage", "What it did");
    }

    @Test
    void numbersStandUnderOneAnother() {
        String[] lines = summary(NightBuilder.night(), false).split("\n");

        assertThat(lines[3]).isEqualTo("  Captured                51");
        assertThat(lines[4]).isEqualTo("  Deleted                  4  never");
        assertThat(lines[6]).isEqualTo("  Asked to come later      2  22 Nov 2026, 06:30");
    }

    @Test
    void withoutATerminalThereAreNoEscapeSequences() {
        assertThat(summary(NightBuilder.night(), false)).doesNotContain("\u001b");
        assertThat(summary(NightBuilder.night(), true)).contains("\u001b[1;31m13 are over the threshold.\u001b[0m");
    }

    @Test
    void itHoldsNoTextOfAPostAndNoControlCharacters() {
        OutcomeLine hostile = new OutcomeLine("\u001b]0;owned\u0007", 1, "\u001b[2J", null);

        String summary = summary(NightBuilder.night().outcomes(hostile), false);

        assertThat(summary).doesNotContain("\u001b", "\u0007");
        assertThat(summary).doesNotContain(NightBuilder.post(0, 0.9).text());
    }

    @Test
    void itSpeaksGreek() {
        assertThat(new TerminalSummary(Language.GREEK, ATHENS, false).of(NightBuilder.night().build()))
                .contains("13 ξεπερνούν το όριο.", "Αποτύπωση", "1 λεπ. 11 δευτ.");
    }
}

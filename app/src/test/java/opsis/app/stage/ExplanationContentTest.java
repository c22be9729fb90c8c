package opsis.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import opsis.explain.Attribution;
import opsis.explain.Feature;
import opsis.explain.lime.Word;
import org.junit.jupiter.api.Test;

class ExplanationContentTest {

    private static final Attribution STEADY = attribution(0.4, 0.9);
    private static final Attribution POOR = attribution(0.4, 0.1);
    private static final Attribution FLAT = attribution(0, 1);

    private static Attribution attribution(double weight, double score) {
        return new Attribution("lime", 7, 100, 1, List.of(new Feature("λέξη", 0, weight, 0.01)), 0.2, score, 0.6,
                new double[] {0.4, 0.6});
    }

    private static ExplanationContent content(Attribution words, Attribution regions) {
        return new ExplanationContent(
                words == null ? null : new ExplanationContent.Words(List.of(new Word("λέξη", 0, 4, 0)), words),
                regions == null ? null : new ExplanationContent.Regions("quickshift", 1, regions));
    }

    @Test
    void everyNumberSurvivesStoring() {
        ExplanationContent content = content(STEADY, POOR);

        assertThat(ExplanationContent.fromJson(content.toJson())).isEqualTo(content);
    }

    @Test
    void whatIsStoredTwiceIsTheSameText() {
        assertThat(content(STEADY, null).toJson()).isEqualTo(
                ExplanationContent.fromJson(content(STEADY, null).toJson()).toJson());
    }

    @Test
    void onePartThatFitsPoorlyIsEnoughForMistrust() {
        assertThat(content(STEADY, POOR).trusted()).isFalse();
    }

    @Test
    void aPictureOnWhichNothingDependsDoesNotSpoilTheWords() {
        assertThat(content(STEADY, FLAT).trusted()).isTrue();
    }

    @Test
    void aFlatAnswerAloneExplainsNothing() {
        assertThat(content(FLAT, FLAT).trusted()).isFalse();
    }

    @Test
    void theWordsComeBackOverTheirText() {
        assertThat(content(STEADY, null).over("λέξη").words()).hasSize(1);
    }
}

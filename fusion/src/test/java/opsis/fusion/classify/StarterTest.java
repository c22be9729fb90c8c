package opsis.fusion.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import opsis.fusion.ModelCard;
import opsis.fusion.PostInput;
import opsis.fusion.Score;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model that is shipped. */
class StarterTest {
    private static final Path FOLDER = Path.of("..", "models", "starter");
    private static final long MAX_BYTES = 40_000_000;

    @BeforeAll
    static void mustBeThere() {
        assumeTrue(Files.isDirectory(FOLDER), "models/starter is not beside this module");
    }

    @Test
    void insultsScoreAboveGreetings() {
        try (Classifier classifier = Classifier.open(FOLDER, ClassifierSettings.standard())) {
            List<Score> scores = classifier.score(List.of(new PostInput("greeting", "Καλημέρα σε όλους, να έχετε μια όμορφη μέρα!", null),
                    new PostInput("insult", "Είσαι ηλίθιος και γελοίος, άντε χάσου από εδώ ρε βλάκα", null)));
            assertThat(scores.get(0).probability()).isLessThan(classifier.threshold());
            assertThat(scores.get(1).probability()).isGreaterThan(classifier.threshold());
        }
    }

    @Test
    void itsCardTellsHeldOutFiguresAboveTheBar() throws IOException {
        try (Classifier classifier = Classifier.open(FOLDER, ClassifierSettings.standard()); Stream<Path> files = Files.walk(FOLDER)) {
            ModelCard.Result words = classifier.card().results().stream()
                    .filter(result -> result.on().equals("tweets held out, the words alone")).findFirst().orElseThrow();
            ModelCard.Figure macroF1 = words.figures().stream().filter(figure -> figure.name().equals("macro-F1")).findFirst().orElseThrow();
            assertThat(macroF1.value()).isGreaterThanOrEqualTo(0.75).isBetween(macroF1.low(), macroF1.high());
            assertThat(classifier.card().notFitFor()).isNotEmpty();
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(MAX_BYTES);
        }
    }
}

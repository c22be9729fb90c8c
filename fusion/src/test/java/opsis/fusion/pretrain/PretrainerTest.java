package opsis.fusion.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.TinyModel;
import opsis.fusion.classify.Classifier;
import opsis.fusion.classify.ClassifierSettings;
import opsis.fusion.words.WordPieceTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainerTest {

    @Test
    void whatFollowsFromItsNeighboursIsLearned(@TempDir Path folder) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            texts.add(i % 2 == 0 ? "ο σκυλος ο σκυλος ο σκυλος" : "η γατα η γατα η γατα");
        }
        List<Double> losses = new ArrayList<>();
        PretrainingSettings settings = new PretrainingSettings(150, 16, 5e-3, 0.1, 0.2, false, "cpu", 2);
        new Pretrainer(settings, Clock.systemUTC()).pretrain(TinyModel.config(Pooling.CLS, 0), TinyModel.VOCABULARY, texts, "cats and dogs", folder,
                (step, steps, loss) -> losses.add(loss));
        assertThat(mean(losses.subList(0, 5))).isCloseTo(Math.log(TinyModel.VOCABULARY.size()), within(0.5));
        assertThat(mean(losses.subList(130, 150))).isLessThan(0.5);
        try (Classifier classifier = Classifier.open(folder, ClassifierSettings.standard())) {
            assertThat(classifier.card().description()).contains("not yet trained to classify");
        }
    }

    @Test
    void masksFallAsTheyDoInBert() {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(TinyModel.VOCABULARY, 12)) {
            long[] text = {2, 5, 6, 7, 8, 9, 10, 11, 12, 3};
            Random random = new Random(1);
            int picked = 0;
            int masked = 0;
            int kept = 0;
            for (int i = 0; i < 4000; i++) {
                Masking masking = Masking.of(List.of(text), 0.15, tokenizer, TinyModel.VOCABULARY.size(), random);
                picked += masking.positions().length;
                for (int j = 0; j < masking.positions().length; j++) {
                    int at = (int) masking.positions()[j];
                    assertThat(masking.targets()[j]).isEqualTo(text[at]);
                    assertThat(at).isBetween(1, 8);
                    masked += masking.texts().get(0)[at] == tokenizer.mask() ? 1 : 0;
                    kept += masking.texts().get(0)[at] == text[at] ? 1 : 0;
                }
            }
            assertThat(picked / 32_000.0).isCloseTo(0.15, within(0.01));
            assertThat((double) masked / picked).isCloseTo(0.8 + 0.1 / 18, within(0.03));
            assertThat((double) kept / picked).isCloseTo(0.1 + 0.1 / 18, within(0.03));
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}

package opsis.fusion.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import opsis.fusion.LabelledPost;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.ModelException;
import opsis.fusion.PictureSource;
import opsis.fusion.PostInput;
import opsis.fusion.Score;
import opsis.fusion.TinyModel;
import opsis.fusion.classify.Classifier;
import opsis.fusion.classify.ClassifierSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final List<String> FILLERS = List.of("ο σκυλος", "η γατα", "το σπιτι", "ο δρομος", "ο ηλιος", "η βροχη");

    @TempDir
    Path folder;

    @Test
    void aSignalPlantedInEitherSideIsLearned() {
        List<LabelledPost> posts = planted(240, 1);
        TrainingSettings settings = settings(14);
        Trainer trainer = new Trainer(settings, CLOCK);
        TrainingResult result = trainer.train(fresh(), new TrainingData("planted", posts.subList(0, 180)),
                new TrainingData("planted, held out", posts.subList(180, 240)), folder, TrainingListener.silent());
        assertThat(result.epochs().get(result.bestEpoch() - 1).macroF1()).isGreaterThan(0.95);
        try (Classifier classifier = Classifier.open(folder, ClassifierSettings.standard())) {
            double harmless = one(classifier, "ο σκυλος καλο", Color.BLUE);
            assertThat(one(classifier, "ο σκυλος κακο", Color.BLUE)).isGreaterThan(harmless + 0.3);
            assertThat(one(classifier, "ο σκυλος καλο", Color.RED)).isGreaterThan(harmless + 0.3);
            Score score = classifier.score(List.of(new PostInput("1", "ο σκυλος κακο", TinyModel.picture(Color.BLUE, 3)))).get(0);
            assertThat(score.wordsOnly()).isGreaterThan(score.pictureOnly());
        }
        assertThat(folder.resolve("train.log.jsonl")).content().hasLineCount(15).contains("\"event\":\"start\"");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void anInterruptedRunGoesOnAsIfItHadNotStopped() throws IOException {
        List<LabelledPost> posts = planted(60, 2);
        TrainingData training = new TrainingData("planted", posts.subList(0, 40));
        TrainingData validation = new TrainingData("planted, held out", posts.subList(40, 60));
        Path whole = folder.resolve("whole");
        Path broken = folder.resolve("broken");
        Trainer trainer = new Trainer(settings(3), CLOCK);
        trainer.train(fresh(), training, validation, whole, TrainingListener.silent());
        assertThatThrownBy(() -> trainer.train(fresh(), training, validation, broken, new TrainingListener() {
            @Override
            public void onStep(int epoch, int step, int steps, double loss) {
                if (epoch == 2) {
                    throw new IllegalStateException("power cut");
                }
            }
        })).hasMessage("power cut");
        List<Integer> epochs = new ArrayList<>();
        trainer.train(fresh(), training, validation, broken, new TrainingListener() {
            @Override
            public void onEpoch(EpochReport report) {
                epochs.add(report.epoch());
            }
        });
        assertThat(epochs).containsExactly(2, 3);
        assertThat(Files.mismatch(whole.resolve("model.safetensors"), broken.resolve("model.safetensors"))).isEqualTo(-1);
    }

    @Test
    void trainingFromACheckpointChangesOnlyWhatIsNotFrozen() {
        Path start = TinyModel.folder(folder.resolve("start"), TinyModel.config(Pooling.CLS, 0));
        List<LabelledPost> posts = planted(40, 3);
        TrainingSettings frozen = new TrainingSettings(1, 0, 8, 1e-2, 1e-2, 1e-2, 0, 0, 1, 0, 0, 0, 0, 1, true, true, false, "cpu", 1);
        new Trainer(frozen, CLOCK).train(StartingPoint.checkpoint(start), new TrainingData("a", posts.subList(0, 30)),
                new TrainingData("b", posts.subList(30, 40)), folder.resolve("end"), TrainingListener.silent());
        var before = TensorFile.read(start);
        var after = TensorFile.read(folder.resolve("end"));
        assertThat(TensorFile.difference(before, after, "text.encoder.layer.0.output.dense.weight")).isLessThan(1e-3);
        assertThat(TensorFile.difference(before, after, "image.conv1.weight")).isLessThan(1e-3);
        assertThat(TensorFile.difference(before, after, "fusion.dense.weight")).isGreaterThan(5e-3);
    }

    @Test
    void aBrokenPictureIsNamed() {
        LabelledPost good = new LabelledPost("good", "ο σκυλος", null, 0, null);
        LabelledPost bad = new LabelledPost("bad", "η γατα", PictureSource.of(new byte[] {1, 2, 3}), 1, null);
        assertThatThrownBy(() -> new Trainer(settings(1), CLOCK).train(fresh(), new TrainingData("a", List.of(good, bad)),
                new TrainingData("b", List.of(good)), folder, TrainingListener.silent()))
                .isInstanceOf(ModelException.class).hasMessageContaining("bad").hasMessageContaining("neither PNG nor JPEG");
    }

    private static double one(Classifier classifier, String text, Color colour) {
        return classifier.score(List.of(new PostInput("1", text, TinyModel.picture(colour, 2)))).get(0).probability();
    }

    private static StartingPoint fresh() {
        return StartingPoint.fresh(TinyModel.config(Pooling.CLS_MEAN_MAX, 256), TinyModel.VOCABULARY);
    }

    private static TrainingSettings settings(int epochs) {
        return new TrainingSettings(epochs, 0, 8, 5e-3, 5e-3, 2e-2, 0.1, 0.01, 1, 0.05, 0, 0.3, 0, 0, false, false, false, "cpu", 5);
    }

    /** Hateful where the words say κακο or the picture is red. */
    private static List<LabelledPost> planted(int count, long seed) {
        Random random = new Random(seed);
        List<LabelledPost> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean words = random.nextInt(10) < 3;
            boolean picture = random.nextInt(10) < 3;
            String text = FILLERS.get(random.nextInt(FILLERS.size())) + (words ? " κακο" : " καλο");
            byte[] image = TinyModel.picture(picture ? Color.RED : Color.BLUE, random.nextInt(100));
            posts.add(new LabelledPost("p" + i, text, PictureSource.of(image), words || picture ? 1 : 0, null));
        }
        assertThat(posts.stream().mapToInt(LabelledPost::label).average().orElse(0)).isCloseTo(0.5, within(0.15));
        return posts;
    }
}

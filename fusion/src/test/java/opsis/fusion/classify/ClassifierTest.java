package opsis.fusion.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.ModelException;
import opsis.fusion.PostInput;
import opsis.fusion.Score;
import opsis.fusion.TinyModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTest {
    @TempDir
    static Path folder;
    private static Classifier classifier;

    @BeforeAll
    static void open() {
        TinyModel.folder(folder, TinyModel.config(Pooling.CLS_MEAN_MAX, 128));
        classifier = Classifier.open(folder, new ClassifierSettings(4, "cpu"));
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void aScoreDoesNotDependOnItsBatch() {
        List<PostInput> posts = mixed();
        List<Score> together = classifier.score(posts);
        for (int i = 0; i < posts.size(); i++) {
            Score alone = classifier.score(List.of(posts.get(i))).get(0);
            assertThat(together.get(i).id()).isEqualTo(posts.get(i).id());
            assertThat(together.get(i).probability()).isCloseTo(alone.probability(), within(1e-5));
        }
    }

    @Test
    void aSideThatIsNotThereHasNoScoreOfItsOwn() {
        byte[] picture = TinyModel.picture(Color.RED, 1);
        List<Score> scores = classifier.score(List.of(new PostInput("w", "ο σκυλος", null), new PostInput("p", "  ", picture),
                new PostInput("b", "ο σκυλος", picture)));
        assertThat(scores.get(0).pictureOnly()).isNull();
        assertThat(scores.get(0).wordsOnly()).isEqualTo(scores.get(0).probability());
        assertThat(scores.get(1).wordsOnly()).isNull();
        assertThat(scores.get(1).pictureOnly()).isEqualTo(scores.get(1).probability());
        assertThat(scores.get(2).wordsOnly()).isCloseTo(scores.get(0).probability(), within(1e-5));
        assertThat(scores.get(2).pictureOnly()).isCloseTo(scores.get(1).probability(), within(1e-5));
        assertThat(scores.get(2).probability()).isNotCloseTo(scores.get(0).probability(), within(1e-4));
    }

    @Test
    void manyTextsBesideOnePictureScoreAsPostsDo() {
        byte[] picture = TinyModel.picture(Color.GREEN, 4);
        List<String> texts = List.of("η γατα και το σπιτι και ο ηλιος", "ο σκυλος", "κακο", "", "βροχη βροχη", "το");
        double[] probabilities = classifier.wordsProbabilities(texts, picture);
        for (int i = 0; i < texts.size(); i++) {
            double expected = classifier.score(List.of(new PostInput("x", texts.get(i), picture))).get(0).probability();
            assertThat(probabilities[i]).as(texts.get(i)).isCloseTo(expected, within(1e-5));
        }
        double alone = classifier.score(List.of(new PostInput("x", "κακο", null))).get(0).probability();
        assertThat(classifier.wordsProbabilities(List.of("κακο"), null)[0]).isCloseTo(alone, within(1e-5));
    }

    @Test
    void manyPicturesBesideOneTextScoreAsPostsDo() throws IOException {
        List<byte[]> files = IntStream.range(0, 6).mapToObj(i -> TinyModel.picture(new Color(40 * i, 255 - 40 * i, 90), i)).toList();
        List<BufferedImage> pictures = new ArrayList<>();
        for (byte[] file : files) {
            pictures.add(ImageIO.read(new ByteArrayInputStream(file)));
        }
        double[] withText = classifier.pictureProbabilities("ο σκυλος", pictures);
        double[] without = classifier.pictureProbabilities(null, pictures);
        for (int i = 0; i < files.size(); i++) {
            Score score = classifier.score(List.of(new PostInput("x", "ο σκυλος", files.get(i)))).get(0);
            assertThat(withText[i]).isCloseTo(score.probability(), within(1e-5));
            assertThat(without[i]).isCloseTo(score.pictureOnly(), within(1e-5));
        }
    }

    @Test
    void nothingAtAllIsRefusedByName() {
        assertThatThrownBy(() -> classifier.score(List.of(new PostInput("empty-7", " ", null))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("empty-7");
        assertThat(classifier.score(List.of())).isEmpty();
        assertThat(classifier.wordsProbabilities(List.of(), null)).isEmpty();
    }

    @Test
    void aBrokenPictureIsRefusedByName() {
        assertThatThrownBy(() -> classifier.score(List.of(new PostInput("bad-9", null, new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2}))))
                .isInstanceOf(ModelException.class).hasMessageContaining("bad-9");
    }

    @Test
    void severalThreadsGetWhatOneGets() {
        List<PostInput> posts = mixed();
        List<Score> expected = classifier.score(posts);
        List<List<Score>> all = IntStream.range(0, 6).parallel().mapToObj(i -> classifier.score(posts)).toList();
        assertThat(all).allSatisfy(scores -> assertThat(scores).isEqualTo(expected));
    }

    @Test
    void theVersionNamesTheWeights(@TempDir Path other) {
        assertThat(classifier.version()).matches("tiny-[0-9a-f]{12}");
        assertThat(classifier.threshold()).isEqualTo(0.4);
        TinyModel.folder(other, TinyModel.config(Pooling.CLS, 0));
        try (Classifier different = Classifier.open(other, ClassifierSettings.standard())) {
            assertThat(different.version()).isNotEqualTo(classifier.version());
        }
    }

    @Test
    void aModelOfWordsAloneOverlooksPictures(@TempDir Path other) {
        ModelConfig both = TinyModel.config(Pooling.CLS, 0);
        TinyModel.folder(other, new ModelConfig("words", both.text(), null, both.fusion()));
        try (Classifier words = Classifier.open(other, ClassifierSettings.standard())) {
            Score score = words.score(List.of(new PostInput("1", "ο σκυλος", TinyModel.picture(Color.RED, 1)))).get(0);
            assertThat(score.pictureOnly()).isNull();
            assertThat(score.wordsOnly()).isEqualTo(score.probability());
            assertThatThrownBy(() -> words.pictureProbabilities("x", List.of())).hasMessageContaining("does not read pictures");
        }
    }

    private static List<PostInput> mixed() {
        return List.of(new PostInput("1", "ο σκυλος και η γατα και το σπιτι", null), new PostInput("2", "κακο", TinyModel.picture(Color.RED, 1)),
                new PostInput("3", null, TinyModel.picture(Color.BLUE, 2)), new PostInput("4", "καλο", null),
                new PostInput("5", "ο ηλιος η βροχη ο δρομος το σπιτι", TinyModel.picture(Color.CYAN, 3)), new PostInput("6", "η", null),
                new PostInput("7", "το το το το το το το το", null), new PostInput("8", "άγνωστη λέξη 😀", null),
                new PostInput("9", "ο σκυλος", null));
    }
}

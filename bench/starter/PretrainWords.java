import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import opsis.fusion.ModelConfig;
import opsis.fusion.pretrain.Pretrainer;
import opsis.fusion.pretrain.PretrainingSettings;
import opsis.fusion.words.VocabularyTrainer;

/** First stage of the starter: vocabulary and masked language modelling on books and on the tweets' training part. */
final class PretrainWords {
    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Path.of(args[0]);
        Path output = Path.of(args[1]);
        long steps = Long.parseLong(args[2]);
        List<String> texts = Corpus.texts(data);
        List<String> vocabulary = VocabularyTrainer.train(texts, Starter.VOCABULARY, 3);
        ModelConfig config = Starter.config(vocabulary.size());
        System.err.println(texts.size() + " texts, " + vocabulary.size() + " tokens");
        PretrainingSettings settings = new PretrainingSettings(steps, 64, 1e-3, 0.05, 0.15, true, "cpu", OgtdPosts.SEED);
        long start = System.nanoTime();
        double[] smooth = {Double.NaN};
        new Pretrainer(settings, Clock.systemUTC()).pretrain(config, vocabulary, texts, Starter.BOOKS, output, (step, all, loss) -> {
            smooth[0] = Double.isNaN(smooth[0]) ? loss : 0.98 * smooth[0] + 0.02 * loss;
            if (step % 50 == 0 || step == 10) {
                System.err.printf("step %d of %d, loss %.3f, %.0f s%n", step, all, smooth[0], (System.nanoTime() - start) / 1e9);
            }
        });
    }
}

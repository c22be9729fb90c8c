import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import opsis.fusion.LabelledPost;
import opsis.fusion.ModelConfig;
import opsis.fusion.pretrain.Pretrainer;
import opsis.fusion.pretrain.PretrainingSettings;
import opsis.fusion.words.VocabularyTrainer;

/** First stage of the starter: vocabulary and masked language modelling on books and on the tweets' training part. */
final class PretrainWords {
    private static final int BOOK_LINES = 4;
    private static final int TWEET_COPIES = 4;

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Path.of(args[0]);
        Path output = Path.of(args[1]);
        long steps = Long.parseLong(args[2]);
        OgtdPosts.Parts parts = OgtdPosts.split(OgtdPosts.read(data.resolve("ogtd/train.tsv")));
        List<String> tweets = parts.training().stream().map(LabelledPost::text).toList();
        List<String> texts = books(data.resolve("greek_text/gutenberg-el.txt.xz"));
        for (int copy = 0; copy < TWEET_COPIES; copy++) {
            texts.addAll(tweets);
        }
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

    /** Printed lines joined by fours, so that a text is about as long as the network reads. */
    private static List<String> books(Path xz) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("xzcat", xz.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        }
        if (process.waitFor() != 0) {
            throw new IOException("xzcat could not read " + xz);
        }
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BOOK_LINES) {
            texts.add(String.join(" ", lines.subList(from, Math.min(lines.size(), from + BOOK_LINES))));
        }
        return texts;
    }
}

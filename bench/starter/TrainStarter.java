import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opsis.app.authored.AuthoredPost;
import opsis.app.authored.AuthoredPosts;
import opsis.app.authored.Where;
import opsis.fusion.LabelledPost;
import opsis.fusion.PictureSource;
import opsis.fusion.evaluate.Split;
import opsis.fusion.train.StartingPoint;
import opsis.fusion.train.Trainer;
import opsis.fusion.train.TrainingData;
import opsis.fusion.train.TrainingListener;
import opsis.fusion.train.TrainingSettings;
import opsis.fusion.words.VocabularyTrainer;

/**
 * Third stage of the starter: "words" trains the words' side on texts alone; "cards" leaves it as it is and trains the
 * picture's side and the head on the posts whose cards have been rendered.
 * Where a pre-trained folder is given to "words", it starts from that, else from new weights.
 */
final class TrainStarter {

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[1]);
        Path cards = Path.of(args[2]);
        Path output = Path.of(args[3]);
        Parts parts = parts(data, cards);
        if (args[0].equals("words")) {
            StartingPoint start = args.length > 4 ? StartingPoint.checkpoint(Path.of(args[4])) : fresh(data);
            TrainingSettings settings = new TrainingSettings(3, 0, 32, 3e-4, 0, 0.02, 0.1, 0.01, 1, 0.1, 0.1, 0, 0.1, 0, false, true, true,
                    "cpu", OgtdPosts.SEED);
            train(settings, start, wordsOf(parts.training()), wordsOf(parts.validation()), output);
        } else {
            TrainingSettings settings = new TrainingSettings(12, 0, 32, 5e-4, 2e-3, 0, 0.1, 0.01, 1, 0.1, 0.15, 0.5, 0.1, 0, true, false, true,
                    "cpu", OgtdPosts.SEED);
            train(settings, StartingPoint.checkpoint(Path.of(args[4])), withPictures(parts.training()), withPictures(parts.validation()), output);
        }
    }

    /** All posts by part; a tweet whose card has not been rendered stands with its words alone. */
    record Parts(List<LabelledPost> training, List<LabelledPost> validation, List<LabelledPost> tweetTest, List<LabelledPost> authoredTest) {
    }

    static Parts parts(Path data, Path cards) throws Exception {
        List<LabelledPost> authored = new ArrayList<>();
        for (AuthoredPost post : AuthoredPosts.generate(Starter.AUTHORED_SEED, Starter.AUTHORED)) {
            PictureSource card = card(cards, post.id());
            if (card != null) {
                authored.add(new LabelledPost(post.id(), post.text(), card, post.label(), post.group()));
            }
        }
        Split outer = Split.stratified(authored, 0.2, OgtdPosts.SEED);
        Split inner = Split.stratified(outer.rest(), 0.1, OgtdPosts.SEED + 1);
        OgtdPosts.Parts tweets = OgtdPosts.split(OgtdPosts.read(data.resolve("ogtd/train.tsv")));
        return new Parts(joined(inner.rest(), pictured(tweets.training(), cards)), joined(inner.held(), pictured(tweets.validation(), cards)),
                pictured(tweets.test(), cards), outer.held());
    }

    private static List<LabelledPost> pictured(List<LabelledPost> tweets, Path cards) {
        return tweets.stream().map(t -> new LabelledPost(t.id(), t.text(), card(cards, t.id()), t.label(), t.group())).toList();
    }

    private static PictureSource card(Path cards, String id) {
        Path file = cards.resolve(id + ".png");
        return Files.exists(file) ? PictureSource.of(file) : null;
    }

    private static List<LabelledPost> joined(List<LabelledPost> one, List<LabelledPost> other) {
        List<LabelledPost> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** The words of all posts; an authored post counts as hateful here only where its words are. */
    private static List<LabelledPost> wordsOf(List<LabelledPost> posts) {
        Map<String, Where> where = new HashMap<>();
        AuthoredPosts.generate(Starter.AUTHORED_SEED, Starter.AUTHORED).forEach(post -> where.put(post.id(), post.where()));
        return posts.stream().filter(post -> post.text() != null).map(post -> {
            int label = where.containsKey(post.id()) ? (where.get(post.id()).inWords() ? 1 : 0) : post.label();
            return new LabelledPost(post.id(), post.text(), null, label, post.group());
        }).toList();
    }

    private static List<LabelledPost> withPictures(List<LabelledPost> posts) {
        return posts.stream().filter(post -> post.picture() != null).toList();
    }

    /** New weights. A vocabulary of the tweets alone would know whole words of them by heart, and so would the network. */
    private static StartingPoint fresh(Path data) throws Exception {
        List<String> vocabulary = VocabularyTrainer.train(Corpus.texts(data), Starter.VOCABULARY, 3);
        return StartingPoint.fresh(Starter.config(vocabulary.size()), vocabulary);
    }

    private static void train(TrainingSettings settings, StartingPoint start, List<LabelledPost> training, List<LabelledPost> validation,
                              Path output) {
        long pictures = training.stream().filter(post -> post.picture() != null).count();
        System.err.println(training.size() + " posts to train on, " + pictures + " of them with pictures; " + validation.size() + " to validate on");
        new Trainer(settings, Clock.systemUTC()).train(start, new TrainingData("training part", training),
                new TrainingData("validation part", validation), output, new TrainingListener() {
                    @Override
                    public void onStep(int epoch, int step, int steps, double loss) {
                        if (step % 25 == 0) {
                            System.err.printf("epoch %d step %d of %d loss %.3f%n", epoch, step, steps, loss);
                        }
                    }

                    @Override
                    public void onEpoch(EpochReport report) {
                        System.err.println(report);
                    }
                });
    }
}

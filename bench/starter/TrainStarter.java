import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * Third stage of the starter, in three steps, each from the folder that the one before left: "words" trains the words' side on texts
 * alone, "pictures" the picture's side on rendered cards alone, and "head" the head over both, which are then left as they are.
 * Where a pre-trained folder is given to "words", it starts from that, else from new weights.
 */
final class TrainStarter {

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[1]);
        Path cards = Path.of(args[2]);
        Path output = Path.of(args[3]);
        Parts parts = parts(data, cards);
        switch (args[0]) {
            case "words" -> {
                TrainingSettings settings = new TrainingSettings(3, 0, 32, 3e-4, 0, 0.02, 0.1, 0.01, 1, 0.1, 0.1, 0, 0.1, 0, false, true, true,
                        "cpu", OgtdPosts.SEED);
                StartingPoint start = args.length > 4 ? StartingPoint.checkpoint(Path.of(args[4])) : fresh(data);
                train(settings, start, wordsOf(parts.training()), wordsOf(parts.validation()), output);
            }
            case "pictures" -> {
                TrainingSettings settings = new TrainingSettings(15, 0, 32, 3e-4, 2e-3, 0, 0.1, 0.05, 1, 0.1, 0, 0, 0.05, 0, true, false, true,
                        "cpu", OgtdPosts.SEED);
                train(settings, StartingPoint.checkpoint(Path.of(args[4])), picturesOf(parts.training()), picturesOf(parts.validation()), output);
            }
            case "head" -> {
                TrainingSettings settings = new TrainingSettings(6, 0, 32, 1e-3, 0, 0, 0.1, 0.01, 1, 0.1, 0, 0.3, 0.1, 1, true, true, true,
                        "cpu", OgtdPosts.SEED);
                train(settings, StartingPoint.checkpoint(Path.of(args[4])), withPictures(parts.training()), withPictures(parts.validation()), output);
            }
            default -> throw new IllegalArgumentException(args[0] + " is no stage; words, pictures and head are");
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
        Map<String, Where> where = where();
        return posts.stream().filter(post -> post.text() != null).map(post -> {
            int label = where.containsKey(post.id()) ? (where.get(post.id()).inWords() ? 1 : 0) : post.label();
            return new LabelledPost(post.id(), post.text(), null, label, post.group());
        }).toList();
    }

    /** The cards of all posts; one counts as hateful here only where its picture is, which no tweet's is. */
    private static List<LabelledPost> picturesOf(List<LabelledPost> posts) {
        Map<String, Where> where = where();
        return withPictures(posts).stream().map(post -> {
            int label = where.containsKey(post.id()) && where.get(post.id()).inPicture() ? 1 : 0;
            return new LabelledPost(post.id(), null, post.picture(), label, post.group());
        }).toList();
    }

    private static Map<String, Where> where() {
        return AuthoredPosts.generate(Starter.AUTHORED_SEED, Starter.AUTHORED).stream()
                .collect(Collectors.toMap(AuthoredPost::id, AuthoredPost::where));
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

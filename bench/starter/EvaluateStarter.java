import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import opsis.app.authored.AuthoredPost;
import opsis.app.authored.AuthoredPosts;
import opsis.app.authored.Where;
import opsis.fusion.LabelledPost;
import opsis.fusion.ModelCard;
import opsis.fusion.PostInput;
import opsis.fusion.Score;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.classify.Classifier;
import opsis.fusion.classify.ClassifierSettings;
import opsis.fusion.evaluate.Evaluation;

/** Last stage of the starter: scores the held-out posts once and writes the card. */
final class EvaluateStarter {
    private static final int ROUNDS = 2000;

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path cards = Path.of(args[1]);
        Path folder = Path.of(args[2]);
        JsonNode baseline = new ObjectMapper().readTree(Path.of(args[3]).toFile());
        TrainStarter.Parts parts = TrainStarter.parts(data, cards);
        List<ModelCard.Result> results = new ArrayList<>();
        ModelCard old;
        try (Classifier classifier = Classifier.open(folder, ClassifierSettings.standard())) {
            old = classifier.card();
            List<Score> tweets = score(classifier, parts.tweetTest());
            // The first result is the one that reports quote: the model as it is used, on posts held out.
            add(results, "tweets held out, words and rendered card", parts.tweetTest(), tweets, Score::probability, classifier.threshold());
            results.addAll(old.results());
            add(results, "tweets held out, the words alone", parts.tweetTest(), tweets, Score::wordsOnly, classifier.threshold());
            add(results, "tweets held out, the card alone", parts.tweetTest(), tweets, Score::pictureOnly, classifier.threshold());
            results.add(baseline(baseline));
            List<Score> authored = score(classifier, parts.authoredTest());
            add(results, "authored posts held out, words and card", parts.authoredTest(), authored, Score::probability, classifier.threshold());
            addWorded(results, "authored posts held out, the words alone", parts.authoredTest(), authored, classifier.threshold());
            add(results, "authored posts held out, the card alone", parts.authoredTest(), authored, Score::pictureOnly, classifier.threshold());
            pictureMatters(results, parts.authoredTest(), authored, classifier.threshold());
        }
        long pictured = parts.training().stream().filter(post -> post.picture() != null).count();
        Checkpoint.writeCard(folder, StarterCard.of(old, results, parts, pictured));
    }

    private static List<Score> score(Classifier classifier, List<LabelledPost> posts) {
        return classifier.score(posts.stream().map(EvaluateStarter::input).toList());
    }

    private static PostInput input(LabelledPost post) {
        try {
            return new PostInput(post.id(), post.text(), post.picture() == null ? null : post.picture().read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<ModelCard.Result> results, String on, List<LabelledPost> posts, List<Score> scores,
                            Function<Score, Double> side, double threshold) {
        int[] labels = posts.stream().mapToInt(LabelledPost::label).toArray();
        double[] probabilities = scores.stream().mapToDouble(side::apply).toArray();
        results.add(Evaluation.of(labels, probabilities, threshold, ROUNDS, OgtdPosts.SEED).result(on));
    }

    private static void addWorded(List<ModelCard.Result> results, String on, List<LabelledPost> posts, List<Score> scores, double threshold) {
        List<LabelledPost> worded = posts.stream().filter(post -> post.text() != null).toList();
        List<Score> theirs = scores.stream().filter(score -> score.wordsOnly() != null).toList();
        add(results, on, worded, theirs, Score::wordsOnly, threshold);
    }

    /** Authored posts whose words are harmless: only the picture can tell the hateful ones. */
    private static void pictureMatters(List<ModelCard.Result> results, List<LabelledPost> posts, List<Score> scores, double threshold) {
        Map<String, Where> where = AuthoredPosts.generate(Starter.AUTHORED_SEED, Starter.AUTHORED).stream()
                .collect(Collectors.toMap(AuthoredPost::id, AuthoredPost::where));
        List<LabelledPost> some = posts.stream().filter(post -> !where.get(post.id()).inWords()).toList();
        List<Score> theirs = scores.stream().filter(score -> !where.get(score.id()).inWords()).toList();
        add(results, "authored posts held out whose words are harmless, words and card", some, theirs, Score::probability, threshold);
    }

    private static ModelCard.Result baseline(JsonNode json) {
        return new ModelCard.Result("tweets held out, TF-IDF of word and character n-grams with a linear SVM, the same split",
                json.get("test_posts").asInt(), List.of(new ModelCard.Figure("accuracy", json.get("accuracy").asDouble(), null, null),
                new ModelCard.Figure("macro-F1", json.get("macro_f1").asDouble(), json.get("macro_f1_low").asDouble(),
                        json.get("macro_f1_high").asDouble())));
    }
}

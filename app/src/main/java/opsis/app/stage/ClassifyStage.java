package opsis.app.stage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opsis.app.terminal.Interruption;
import opsis.app.terminal.Progress;
import opsis.app.terminal.Terminal;
import opsis.fusion.PostInput;
import opsis.fusion.classify.Classifier;
import opsis.storage.BlobException;
import opsis.storage.Post;
import opsis.storage.Prediction;
import opsis.storage.Store;
import opsis.storage.StoredCapture;

/** Scores the posts that a model has not scored yet. */
public final class ClassifyStage {

    /** Posts read, scored and stored at a time: enough for the classifier to sort by length, little to lose. */
    private static final int PAGE = 128;

    private final Store store;
    private final Terminal terminal;
    private final Clock clock;
    private final Interruption interruption;

    public ClassifyStage(Store store, Terminal terminal, Clock clock, Interruption interruption) {
        this.store = store;
        this.terminal = terminal;
        this.clock = clock;
        this.interruption = interruption;
    }

    /** Scores all that this model has not, words alone where there is no picture if that is asked for. */
    public ClassifyNumbers run(Classifier classifier, boolean wordsOnlyToo) {
        String model = classifier.version();
        Map<String, String> failed = new LinkedHashMap<>();
        long classified = 0;
        long over = 0;
        long due = store.predictions().countUnclassified(model, wordsOnlyToo);
        try (Progress progress = terminal.progress("classify", due)) {
            while (!interruption.requested()) {
                // What failed stays unclassified and comes back at every read, so it is read past.
                List<Post> page = store.predictions().unclassified(model, wordsOnlyToo, PAGE + failed.size()).stream()
                        .filter(post -> !failed.containsKey(post.id())).limit(PAGE).toList();
                if (page.isEmpty()) {
                    break;
                }
                List<Prediction> predictions = score(classifier, page, failed);
                store.predictions().save(predictions);
                classified += predictions.size();
                over += predictions.stream().filter(each -> each.probability() >= each.threshold()).count();
                progress.step(page.size());
            }
        }
        List<String> reasons = failed.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
        return new ClassifyNumbers(model, classifier.threshold(), classified, over, reasons,
                interruption.requested());
    }

    private List<Prediction> score(Classifier classifier, List<Post> page, Map<String, String> failed) {
        Map<String, String> pictures = new LinkedHashMap<>();
        List<PostInput> inputs = new ArrayList<>();
        for (Post post : page) {
            String sha256 = store.captures().newest(post.id()).map(StoredCapture::pictureSha256).orElse(null);
            try {
                inputs.add(new PostInput(post.id(), post.text(), sha256 == null ? null : store.blobs().read(sha256)));
                pictures.put(post.id(), sha256);
            } catch (BlobException | IllegalArgumentException e) {
                failed.put(post.id(), e.getMessage());
            }
        }
        return Scoring.allThatCan(classifier, inputs, failed::put).stream()
                .map(score -> new Prediction(score.id(), classifier.version(), pictures.get(score.id()),
                        score.probability(), score.wordsOnly(), score.pictureOnly(), classifier.threshold(),
                        clock.instant()))
                .toList();
    }
}

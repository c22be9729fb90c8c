package opsis.app.stage;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import opsis.app.settings.Settings;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Interruption;
import opsis.app.terminal.Progress;
import opsis.app.terminal.Terminal;
import opsis.explain.ScorerException;
import opsis.fusion.classify.Classifier;
import opsis.storage.BlobException;
import opsis.storage.Post;
import opsis.storage.Prediction;
import opsis.storage.Store;
import opsis.storage.StoredExplanation;

/** Explains posts that were classified and have no explanation yet. */
public final class ExplainStage {

    private final Store store;
    private final Terminal terminal;
    private final Clock clock;
    private final Interruption interruption;

    public ExplainStage(Store store, Terminal terminal, Clock clock, Interruption interruption) {
        this.store = store;
        this.terminal = terminal;
        this.clock = clock;
        this.interruption = interruption;
    }

    /** Returns of the posts scored since then the most probable and those nearest to the threshold. */
    public static Set<String> chosen(Store store, String model, Instant since, int top, int uncertain) {
        Set<String> posts = new LinkedHashSet<>();
        store.predictions().top(model, since, top).forEach(each -> posts.add(each.postId()));
        store.predictions().mostUncertain(model, since, uncertain).forEach(each -> posts.add(each.postId()));
        return posts;
    }

    /** Explains these posts; those that have an explanation of this model and picture keep it. */
    public ExplainNumbers run(Classifier classifier, Collection<String> posts, Settings.Explain settings, int batch) {
        Explainer explainer = new Explainer(classifier, new Explainer.Effort(settings.seed(),
                settings.wordSamples(), settings.regionSamples()), batch);
        List<String> failed = new ArrayList<>();
        List<String> done = new ArrayList<>();
        long already = 0;
        try (Progress progress = terminal.progress("explain", posts.size())) {
            for (String id : posts) {
                if (interruption.requested()) {
                    break;
                }
                Prediction prediction = prediction(id, classifier.version());
                if (exists(prediction, settings)) {
                    already++;
                    done.add(id);
                } else if (explain(explainer, prediction, settings, failed)) {
                    done.add(id);
                }
                progress.step(1);
            }
        }
        return new ExplainNumbers(classifier.version(), done.size() - already, already, done, failed,
                interruption.requested());
    }

    private Prediction prediction(String id, String model) {
        return store.predictions().newest(id, model).orElseThrow(() -> new CommandFailure(ExitStatus.BAD_INPUT,
                "The model " + model + " has no prediction of post " + id
                        + ". See that the id is right and run: opsis classify"));
    }

    /** Another seed or another number of samples is another explanation, and replaces the one that is stored. */
    private boolean exists(Prediction prediction, Settings.Explain settings) {
        return store.explanations().find(prediction.postId(), prediction.model(), ExplanationContent.METHOD,
                prediction.pictureSha256())
                .filter(stored -> stored.seed() == settings.seed() && stored.samples() == samples(settings))
                .isPresent();
    }

    private static int samples(Settings.Explain settings) {
        return settings.wordSamples() + settings.regionSamples();
    }

    private boolean explain(Explainer explainer, Prediction prediction, Settings.Explain settings,
            List<String> failed) {
        try {
            Explainer.Explained explained =
                    explain(explainer, prediction.postId(), prediction.pictureSha256());
            String overlay = explained.overlay() == null ? null : store.blobs().put(explained.overlay());
            store.explanations().save(new StoredExplanation(prediction.postId(), prediction.model(),
                    prediction.pictureSha256(), ExplanationContent.METHOD, settings.seed(),
                    samples(settings), explained.content().toJson(), overlay,
                    clock.instant()));
            return true;
        } catch (IOException | BlobException | ScorerException | IllegalArgumentException e) {
            failed.add(prediction.postId() + ": " + e.getMessage());
            return false;
        }
    }

    private Explainer.Explained explain(Explainer explainer, String id, String sha256) throws IOException {
        String text = store.posts().find(id).map(Post::text).orElse(null);
        return explainer.explain(text, sha256 == null ? null : store.blobs().read(sha256));
    }

    /** Makes a stored explanation again from its seed and says whether every number is the same. */
    public boolean replay(Classifier classifier, String id, int batch) throws IOException {
        Optional<StoredExplanation> stored = store.explanations().find(id, classifier.version(), ExplanationContent.METHOD);
        StoredExplanation explanation = stored.orElseThrow(() -> new CommandFailure(ExitStatus.BAD_INPUT,
                "Post " + id + " has no explanation to replay. Run: opsis explain " + id));
        ExplanationContent content = ExplanationContent.fromJson(explanation.json());
        int wordSamples = content.words() == null ? 10 : content.words().attribution().samples();
        int regionSamples = content.regions() == null ? 10 : content.regions().attribution().samples();
        Explainer explainer = new Explainer(classifier,
                new Explainer.Effort(explanation.seed(), wordSamples, regionSamples), batch);
        return explain(explainer, id, explanation.pictureSha256()).content().toJson().equals(explanation.json());
    }
}

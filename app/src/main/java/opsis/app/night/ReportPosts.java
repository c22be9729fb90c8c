package opsis.app.night;

import java.util.List;
import java.util.Optional;
import opsis.app.report.ReportExplanation;
import opsis.app.report.ReportPost;
import opsis.app.stage.ExplanationContent;
import opsis.explain.draw.ShadedWords;
import opsis.storage.BlobException;
import opsis.storage.Post;
import opsis.storage.Prediction;
import opsis.storage.Store;
import opsis.storage.StoredExplanation;

/** Gathers what the report shows of single posts. */
final class ReportPosts {

    private final Store store;
    private final String model;

    ReportPosts(Store store, String model) {
        this.store = store;
        this.model = model;
    }

    List<ReportPost> of(List<Prediction> predictions) {
        return predictions.stream().map(this::of).flatMap(Optional::stream).toList();
    }

    private Optional<ReportPost> of(Prediction prediction) {
        return store.posts().find(prediction.postId()).map(post -> of(post, prediction));
    }

    private ReportPost of(Post post, Prediction prediction) {
        Optional<StoredExplanation> stored = store.explanations().find(post.id(), model, ExplanationContent.METHOD,
                prediction.pictureSha256());
        Optional<ExplanationContent> content = stored.map(each -> ExplanationContent.fromJson(each.json()));
        return new ReportPost(post.id(), post.url(), post.author() == null ? null : post.author().name(),
                post.author() == null ? null : post.author().handle(), post.createdAt(), post.text(),
                picture(prediction.pictureSha256()),
                picture(stored.map(StoredExplanation::overlaySha256).orElse(null)),
                content.filter(each -> each.words() != null)
                        .map(each -> ShadedWords.html(each.over(post.text()))).orElse(null),
                prediction.probability(), prediction.wordsOnly(), prediction.pictureOnly(),
                content.map(each -> facts(each, stored.get())).orElse(null));
    }

    private static ReportExplanation facts(ExplanationContent content, StoredExplanation stored) {
        return new ReportExplanation(content.trusted(), content.trustNote(),
                content.words() == null ? Double.NaN : content.words().attribution().score(),
                content.regions() == null ? Double.NaN : content.regions().attribution().score(),
                stored.seed(), stored.samples());
    }

    /** Reads a picture for the report; a lost or damaged one is left out, and the report says so by its absence. */
    private byte[] picture(String sha256) {
        if (sha256 == null) {
            return null;
        }
        try {
            return store.blobs().read(sha256);
        } catch (BlobException e) {
            return null;
        }
    }
}

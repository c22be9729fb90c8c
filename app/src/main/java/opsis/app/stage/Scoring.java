package opsis.app.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import opsis.fusion.ModelException;
import opsis.fusion.PostInput;
import opsis.fusion.Score;
import opsis.fusion.classify.Classifier;

/** Scores posts so that one that cannot be read, such as a broken picture, costs itself alone. */
final class Scoring {

    private Scoring() {
    }

    /**
     * Scores all posts at once; where that fails, one by one.
     *
     * @param refused told the id and the reason of each post that cannot be scored
     * @return the scores of the others, in the posts' order
     */
    static List<Score> allThatCan(Classifier classifier, List<PostInput> posts, BiConsumer<String, String> refused) {
        if (posts.isEmpty()) {
            return List.of();
        }
        try {
            return classifier.score(posts);
        } catch (IllegalArgumentException | ModelException e) {
            List<Score> scores = new ArrayList<>();
            for (PostInput post : posts) {
                try {
                    scores.addAll(classifier.score(List.of(post)));
                } catch (IllegalArgumentException | ModelException reason) {
                    refused.accept(post.id(), reason.getMessage());
                }
            }
            return scores;
        }
    }
}

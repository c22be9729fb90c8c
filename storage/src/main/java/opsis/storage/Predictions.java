package opsis.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What models said about posts. */
public final class Predictions {
    Predictions() {}

    /**
     * Posts whose newest picture this model has not scored, in the order in which they came.
     *
     * @param wordsOnlyToo also posts without a picture whose text it has not scored
     */
    public List<Post> unclassified(String model, boolean wordsOnlyToo, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many {@link #unclassified} would give without a limit. */
    public long countUnclassified(String model, boolean wordsOnlyToo) {
        throw new UnsupportedOperationException();
    }

    /** Stores in one transaction; a prediction of the same post, model and picture is replaced. */
    public void save(Collection<Prediction> predictions) {
        throw new UnsupportedOperationException();
    }

    /** The newest prediction for a post. The methods below look at the newest of each post only. */
    public Optional<Prediction> newest(String postId, String model) {
        throw new UnsupportedOperationException();
    }

    /** Highest probability first. */
    public List<Prediction> top(String model, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Nearest to the threshold first. */
    public List<Prediction> mostUncertain(String model, int limit) {
        throw new UnsupportedOperationException();
    }

    public long count(String model) {
        throw new UnsupportedOperationException();
    }

    /** How many are at or over the threshold. */
    public long countOver(String model) {
        throw new UnsupportedOperationException();
    }

    /** How many probabilities fall into each of equal parts of 0 to 1; 1 itself is in the last. */
    public long[] histogram(String model, int bins) {
        throw new UnsupportedOperationException();
    }

    /** All of them, in the order of post ids. */
    public List<Prediction> all(String model) {
        throw new UnsupportedOperationException();
    }
}

package opsis.storage;

import java.util.List;
import java.util.Optional;

/** Which words and regions decided. */
public final class Explanations {
    Explanations() {}

    /** Stores it; one of the same post, model, method and picture is replaced. */
    public void save(StoredExplanation explanation) {
        throw new UnsupportedOperationException();
    }

    /** The newest one. */
    public Optional<StoredExplanation> find(String postId, String model, String method) {
        throw new UnsupportedOperationException();
    }

    /** Whether this picture (null: the words alone) was explained. */
    public boolean exists(String postId, String model, String method, String pictureSha256) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<StoredExplanation> recent(String model, int limit) {
        throw new UnsupportedOperationException();
    }
}

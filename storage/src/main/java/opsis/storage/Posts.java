package opsis.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The posts of a workspace. */
public final class Posts {
    Posts() {}

    /** Adds the posts that are new, in one transaction. */
    public AddResult add(Collection<Post> batch) {
        throw new UnsupportedOperationException();
    }

    public Optional<Post> find(String id) {
        throw new UnsupportedOperationException();
    }

    public long count() {
        throw new UnsupportedOperationException();
    }

    /** Gives every post in the order of ids, without holding them all in memory. */
    public void forEach(Consumer<Post> consumer) {
        throw new UnsupportedOperationException();
    }

    /** The next posts in the order of ids; {@code afterId} null for the first page. */
    public List<Post> page(String afterId, int limit) {
        throw new UnsupportedOperationException();
    }
}

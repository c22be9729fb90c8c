package opsis.app.authored;

import java.util.List;

/** Makes authored posts: the same seed and count give the same posts on the same machine. */
public final class AuthoredPosts {

    private AuthoredPosts() {
    }

    /**
     * Four in ten posts are harmless on both sides; two in ten each are hateful by their words, by their
     * picture, and by both.
     *
     * @param seed  of every choice
     * @param count how many posts, 1 to 2,000
     * @return posts in a shuffled order, with distinct ids and distinct texts (empty texts aside)
     * @throws IllegalArgumentException where the count is out of range
     */
    public static List<AuthoredPost> generate(long seed, int count) {
        throw new UnsupportedOperationException("authored posts are being written");
    }
}

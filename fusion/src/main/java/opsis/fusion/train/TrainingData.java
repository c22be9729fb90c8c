package opsis.fusion.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import opsis.fusion.LabelledPost;

/**
 * One part of a data set.
 *
 * @param description one line for the model's card: what it is, under which licence or snapshot hash
 * @param posts       its posts, ids unique
 */
public record TrainingData(String description, List<LabelledPost> posts) {
    public TrainingData {
        posts = List.copyOf(posts);
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("'" + description + "' holds no posts; label some first");
        }
        Set<String> seen = new HashSet<>();
        for (LabelledPost post : posts) {
            if (!seen.add(post.id())) {
                throw new IllegalArgumentException("'" + description + "' holds post " + post.id() + " twice; keep one");
            }
        }
    }
}

package opsis.app.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import opsis.fusion.LabelledPost;
import opsis.fusion.PictureSource;
import opsis.storage.Post;
import opsis.storage.Store;
import opsis.storage.StoredCapture;

/**
 * The posts of a workspace that carry a label, with their newest pictures.
 *
 * @param unknown labels that were not understood, and how many posts have them
 */
public record LabelledPosts(List<LabelledPost> posts, TreeMap<String, Integer> unknown) {

    /**
     * Reads them from the store; an author's posts are one group, so that no split parts them.
     *
     * @param needPicture leaves out posts that were not captured
     */
    public static LabelledPosts of(Store store, Labels labels, boolean needPicture) {
        List<LabelledPost> posts = new ArrayList<>();
        TreeMap<String, Integer> unknown = new TreeMap<>();
        store.posts().forEach(post -> {
            if (post.label() == null || post.label().isBlank()) {
                return;
            }
            OptionalInt label = labels.read(post.label());
            if (label.isEmpty()) {
                unknown.merge(post.label(), 1, Integer::sum);
                return;
            }
            PictureSource picture = store.captures().newest(post.id()).map(StoredCapture::pictureSha256)
                    .<PictureSource>map(sha256 -> () -> store.blobs().read(sha256)).orElse(null);
            if (picture != null || !needPicture && post.text() != null && !post.text().isBlank()) {
                posts.add(new LabelledPost(post.id(), post.text(), picture, label.getAsInt(), group(post)));
            }
        });
        return new LabelledPosts(posts, unknown);
    }

    private static String group(Post post) {
        return post.author() == null ? null : post.author().handle();
    }
}

package opsis.app.report;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The encoded pictures of a report's posts, at the best quality that keeps the file fit for e-mail. */
final class Album {

    /** Of base64 in the page. */
    private static final long BUDGET = 5_500_000;
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f, 0.3f, 0.15f};

    private final Map<ReportPost, Pair> pairs;

    private Album(Map<ReportPost, Pair> pairs) {
        this.pairs = pairs;
    }

    /** The screenshot and the overlay of one post; both are empty where they are missing or unreadable. */
    record Pair(Optional<Picture> screenshot, Optional<Picture> overlay) {

        private long size() {
            return size(screenshot) + size(overlay);
        }

        private static long size(Optional<Picture> picture) {
            return picture.map(present -> present.source().length() + present.preview().length()).orElse(0);
        }
    }

    static Album of(List<ReportPost> posts) {
        return of(posts, BUDGET);
    }

    static Album of(List<ReportPost> posts, long budget) {
        Album album = new Album(Map.of());
        for (float quality : QUALITIES) {
            album = encoded(posts, new PictureEncoder(quality));
            if (album.size(posts) <= budget) {
                break;
            }
        }
        return album;
    }

    private static Album encoded(List<ReportPost> posts, PictureEncoder encoder) {
        Map<ReportPost, Pair> pairs = new IdentityHashMap<>();
        for (ReportPost post : posts) {
            pairs.computeIfAbsent(post, each ->
                    new Pair(encoder.encode(each.screenshot()), encoder.encode(each.overlay())));
        }
        return new Album(pairs);
    }

    Pair of(ReportPost post) {
        return pairs.get(post);
    }

    /** Bytes in the page, where a post that is shown twice counts twice. */
    long size(List<ReportPost> posts) {
        return posts.stream().map(pairs::get).mapToLong(Pair::size).sum();
    }
}

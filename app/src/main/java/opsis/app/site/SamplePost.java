package opsis.app.site;

import java.time.Instant;

/**
 * One post of the sample site.
 *
 * @param id     unique, digits
 * @param author handle of its author
 * @param text   the words; empty where the post is a picture only
 * @param media  what {@link SamplePictures} draws for it; null where it has no picture
 * @param link   the link card; null where it has none
 * @param state  how the site answers for it
 */
record SamplePost(String id, String author, String text, String media, Link link, SampleState state) {

    private static final Instant FIRST = Instant.parse("2026-01-12T06:30:00Z");
    private static final long ID_STEP = 1_009;
    private static final long SECONDS_BETWEEN_POSTS = 1_020;

    /**
     * A linked article.
     *
     * @param picture what {@link SamplePictures} draws for it
     */
    record Link(String title, String description, String domain, String picture) {
    }

    SamplePost {
        state = state == null ? SampleState.SHOWN : state;
    }

    /** When it was written: ids grow with time. */
    Instant createdAt() {
        return FIRST.plusSeconds(Long.parseLong(id) % 10_000_000 / ID_STEP * SECONDS_BETWEEN_POSTS);
    }

    /** Language of the words by their script, as X names languages; zxx where there are none. */
    String language() {
        if (text.isEmpty()) {
            return "zxx";
        }
        long greek = text.chars().filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK).count();
        return greek * 3 > text.length() ? "el" : "en";
    }

    /** A count of replies (0), reposts (1) or likes (2) that looks like life and is the same each time. */
    int counter(int which, long seed) {
        long mixed = (Long.parseLong(id) + seed * 31 + which * 7919L) * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 40) % (which == 2 ? 900 : 60));
    }
}

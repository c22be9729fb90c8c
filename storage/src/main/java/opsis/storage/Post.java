package opsis.storage;

import java.time.Instant;
import java.util.List;

/**
 * One public post as its source gave it.
 *
 * @param id        unique in a workspace: 1 to 200 characters of {@code A-Z a-z 0-9 . _ : / @ -}
 * @param platform  {@code x}, {@code mastodon}, …; may be null
 * @param url       where it can be seen; may be null
 * @param author    may be null
 * @param text      its words, at most {@value #MAX_TEXT} UTF-16 units, empty where it has none
 * @param language  an IETF language tag; may be null
 * @param createdAt when it was posted, to the microsecond; may be null
 * @param media     in the order shown; empty where there is none
 * @param linkCard  may be null
 * @param counters  may be null
 * @param label     the source's own label, as given; may be null
 */
public record Post(String id, String platform, String url, Author author, String text, String language,
                   Instant createdAt, List<Media> media, LinkCard linkCard, Counters counters, String label) {
    /** The longest text of a post, in UTF-16 units. */
    public static final int MAX_TEXT = 100_000;
    private static final int MAX_ID = 200;

    /** Throws {@link IllegalArgumentException}, naming the mend, for an id or a text outside the bounds above. */
    public Post {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "a post's id must be 1 to 200 characters of A-Z a-z 0-9 . _ : / @ -; mend the id");
        }
        text = text == null ? "" : text;
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("the text has " + text.length() + " characters, more than "
                    + MAX_TEXT + "; shorten it");
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the text holds a NUL character, which PostgreSQL cannot keep; remove it");
        }
        createdAt = Values.micros(createdAt);
        media = media == null ? List.of() : List.copyOf(media);
    }

    /** Whether this can be a post's id. */
    public static boolean isId(String id) {
        return id != null && !id.isEmpty() && id.length() <= MAX_ID && id.chars().allMatch(Post::isIdCharacter);
    }

    private static boolean isIdCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._:/@-".indexOf(c) >= 0;
    }
}

package opsis.storage.ingest;

import opsis.storage.Post;

/**
 * What a source does not say itself.
 *
 * @param prefix   put before every id, so that two sources may use the same ids; may be empty
 * @param platform the platform of posts that name none; null for none, and for X where they are in its API's form
 */
public record IngestSettings(String prefix, String platform) {
    /** Throws {@link IllegalArgumentException} where ids could not begin so. */
    public IngestSettings {
        prefix = prefix == null ? "" : prefix;
        if (!prefix.isEmpty() && !Post.isId(prefix)) {
            throw new IllegalArgumentException("the prefix must be of A-Z a-z 0-9 . _ : / @ -; mend it");
        }
    }

    /** No prefix and no platform. */
    public static IngestSettings defaults() {
        return new IngestSettings("", null);
    }
}

package opsis.storage.ingest;

/**
 * What a source does not say itself.
 *
 * @param prefix   put before every id, so that two sources may use the same ids; may be empty
 * @param platform the platform of posts that name none; may be null
 */
public record IngestSettings(String prefix, String platform) {
    public IngestSettings {
        prefix = prefix == null ? "" : prefix;
    }

    /** No prefix and no platform. */
    public static IngestSettings defaults() {
        return new IngestSettings("", null);
    }
}

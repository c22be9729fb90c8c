package opsis.storage;

import java.time.Instant;

/**
 * The attributions of one model for one post by one method.
 *
 * @param pictureSha256 the picture explained; null where there was none
 * @param json          the attributions, replayable from {@code seed} and {@code samples}
 * @param overlaySha256 the blob of the shaded picture; may be null
 */
public record StoredExplanation(String postId, String model, String pictureSha256, String method, long seed,
                                int samples, String json, String overlaySha256, Instant at) {
    public StoredExplanation {
        Values.required(postId, "the explanation's post");
        Values.required(model, "the explanation's model");
        Values.required(method, "the explanation's method");
        Values.required(json, "the explanation's JSON");
        Values.optionalSha256(pictureSha256, "the explanation's picture");
        Values.optionalSha256(overlaySha256, "the explanation's overlay");
        at = Values.micros(at);
    }
}

package opsis.storage;

import java.time.Instant;

/** A post's newest picture, with the layout drawn in it (may be null) and when its capture ended. */
public record StoredCapture(String postId, String profile, String pictureSha256, String layoutJson,
                            Instant capturedAt) {}

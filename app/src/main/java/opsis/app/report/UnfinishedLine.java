package opsis.app.report;

import java.time.Instant;

/**
 * A post without a picture after this night.
 *
 * @param postId the post
 * @param url its address, nullable
 * @param outcome outcome of the latest attempt
 * @param reason the reason that was stored, nullable
 * @param attempts attempts so far
 * @param nextAttempt when it is tried again; null for never
 */
public record UnfinishedLine(String postId, String url, String outcome, String reason, int attempts, Instant nextAttempt) {
}

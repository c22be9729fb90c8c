package opsis.storage;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to capture one post, kept for ever.
 *
 * @param number        1 for a post's first try with this profile
 * @param outcome       the outcome's name; {@value #CAPTURED} where the picture is that of the post
 * @param reason        what happened, in words; may be null
 * @param pictureSha256 the picture's blob; null where there is none
 * @param layoutJson    the boxes of the elements drawn; may be null
 * @param finalUrl      where the browser ended; may be null
 * @param httpStatus    of the page; 0 where there was no answer
 * @param browser       which browser, with its version; may be null
 * @param took          to the microsecond
 * @param nextAttemptAt when to try again; null for never
 */
public record CaptureAttempt(String postId, String profile, int number, String outcome, String reason,
                             String pictureSha256, String layoutJson, String finalUrl, int httpStatus, String browser,
                             Instant startedAt, Duration took, Instant nextAttemptAt) {
    /** The outcome of an attempt that saw the post. */
    public static final String CAPTURED = "CAPTURED";

    public CaptureAttempt {
        Values.required(postId, "the attempt's post");
        Values.required(profile, "the attempt's profile");
        Values.required(outcome, "the attempt's outcome");
        Values.optionalSha256(pictureSha256, "the attempt's picture");
        if (number < 1) {
            throw new IllegalArgumentException("attempts are numbered from 1, not from " + number);
        }
        startedAt = Values.micros(startedAt);
        took = Duration.ofNanos(took.toNanos() / 1000 * 1000);
        nextAttemptAt = Values.micros(nextAttemptAt);
    }

    /** Whether this attempt holds the picture of its post. */
    public boolean captured() {
        return outcome.equals(CAPTURED) && pictureSha256 != null;
    }
}

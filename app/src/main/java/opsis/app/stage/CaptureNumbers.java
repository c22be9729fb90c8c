package opsis.app.stage;

import java.time.Instant;
import java.util.Map;

/**
 * What one run of the capture stage did.
 *
 * @param due posts that were due when it began
 * @param attempts pages opened
 * @param captured posts captured
 * @param outcomes posts tried, by the outcome of their latest attempt
 * @param left posts that stay due, or may be tried again later
 * @param nextAttempt when the first of those that failed may be; null if there is none
 * @param interrupted whether it was asked to stop
 */
public record CaptureNumbers(String profile, long due, long attempts, long captured, Map<String, Long> outcomes,
        long left, Instant nextAttempt, boolean interrupted) {
}

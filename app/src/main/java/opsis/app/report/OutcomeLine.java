package opsis.app.report;

import java.time.Instant;

/**
 * How many posts met one outcome.
 *
 * @param outcome the outcome's name, such as {@code RATE_LIMITED}
 * @param count posts whose latest attempt had this outcome
 * @param reason one example of the reason that was stored, nullable
 * @param nextAttempt when the first of them is tried again; null for never
 */
public record OutcomeLine(String outcome, long count, String reason, Instant nextAttempt) {
}

package opsis.capture.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the header Retry-After: seconds, or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(30);

  private RetryAfter() {}

  /** How long to wait from now on, never negative and at most 30 days; empty where the value is neither form. */
  static Optional<Duration> parse(String value, Instant now) {
    if (value == null) return Optional.empty();
    String text = value.strip();
    if (text.matches("[0-9]{1,10}")) return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(now, until)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) return Duration.ZERO;
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}

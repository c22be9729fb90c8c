package opsis.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Whether and when a post is captured again after an attempt: a pure function of how the attempt ended. */
public final class RetryPolicy {
  private final RetrySettings settings;

  public RetryPolicy(RetrySettings settings) {
    this.settings = settings;
  }

  /**
   * When to try again. A wait that a site asked for is never shortened, except to the settings' longest wait; waits
   * after failures are exponential with full jitter (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture
   * Blog, 2015), so that posts which failed together do not come back together.
   *
   * @param outcome how the last attempt ended
   * @param attemptsSoFar attempts at this post that ended in this outcome, the last one included; at least 1
   * @param retryAfter what the site asked for, null where it asked for nothing
   * @param now when the last attempt ended
   * @param random source of the jitter
   * @return empty where the post is not to be tried again
   */
  public Optional<Instant> nextAttempt(Outcome outcome, int attemptsSoFar, Duration retryAfter, Instant now,
      RandomGenerator random) {
    if (attemptsSoFar < 1) throw new IllegalArgumentException("attemptsSoFar counts the last attempt too, so it is at least 1, not " + attemptsSoFar);
    return Optional.ofNullable(switch (outcome) {
      case CAPTURED, SENSITIVE_HIDDEN, BLOCKED_BY_POLICY -> null;
      case DELETED, PROTECTED, SUSPENDED -> attemptsSoFar == 1 ? settings.goneRecheck() : null;
      case LOGIN_WALL -> attemptsSoFar < settings.loginWallAttempts() ? settings.loginWallDelay() : null;
      case RATE_LIMITED -> attemptsSoFar < settings.rateLimitAttempts() ? rateLimitWait(attemptsSoFar, retryAfter, random) : null;
      case INCOMPLETE -> attemptsSoFar < settings.incompleteAttempts() ? settings.incompleteDelay() : null;
      case TIMEOUT, NETWORK_ERROR -> attemptsSoFar < settings.failureAttempts() ? failureWait(attemptsSoFar, random) : null;
      case BROWSER_FAILED -> attemptsSoFar < settings.browserAttempts() ? Duration.ZERO : null;
    }).map(wait -> now.plus(shorter(wait, settings.longestWait())));
  }

  /** At least what the site asked for, or a doubling back-off; up to a tenth more, so that posts spread out. */
  private Duration rateLimitWait(int attempts, Duration retryAfter, RandomGenerator random) {
    Duration wait = retryAfter != null && !retryAfter.isNegative() ? retryAfter : doubled(settings.rateLimitBase(), attempts);
    return wait.plusMillis((long) (random.nextDouble() * wait.toMillis() / 10));
  }

  private Duration failureWait(int attempts, RandomGenerator random) {
    return Duration.ofMillis((long) (random.nextDouble() * doubled(settings.failureBase(), attempts).toMillis()));
  }

  private Duration doubled(Duration base, int attempts) {
    double millis = base.toMillis() * Math.pow(2, attempts - 1);
    return Duration.ofMillis((long) Math.min(millis, settings.longestWait().toMillis()));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}

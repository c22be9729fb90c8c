package opsis.capture;

import java.time.Duration;

/**
 * When captures are tried again.
 *
 * @param goneRecheck after how long a deleted, protected or suspended post is looked at once more; null for never
 * @param loginWallDelay wait after a sign-in page
 * @param loginWallAttempts most attempts that may end at a sign-in page
 * @param rateLimitBase first wait after RATE_LIMITED without Retry-After; doubles with each attempt
 * @param rateLimitAttempts most attempts that may end RATE_LIMITED
 * @param incompleteDelay wait after INCOMPLETE
 * @param incompleteAttempts most attempts that may end INCOMPLETE
 * @param failureBase upper bound of the first wait after TIMEOUT or NETWORK_ERROR; doubles with each attempt
 * @param failureAttempts most attempts that may end TIMEOUT or NETWORK_ERROR
 * @param browserAttempts most attempts that may end BROWSER_FAILED; the next one is at once
 * @param longestWait no wait is longer, whatever a site asks for
 */
public record RetrySettings(Duration goneRecheck, Duration loginWallDelay, int loginWallAttempts, Duration rateLimitBase,
    int rateLimitAttempts, Duration incompleteDelay, int incompleteAttempts, Duration failureBase, int failureAttempts,
    int browserAttempts, Duration longestWait) {
  public RetrySettings {
    if (goneRecheck != null) positive(goneRecheck, "goneRecheck");
    positive(loginWallDelay, "loginWallDelay");
    positive(rateLimitBase, "rateLimitBase");
    positive(incompleteDelay, "incompleteDelay");
    positive(failureBase, "failureBase");
    positive(longestWait, "longestWait");
  }

  /** Polite for a public site: minutes rather than seconds, six hours at the most. */
  public static RetrySettings defaults() {
    return new RetrySettings(null, Duration.ofHours(1), 3, Duration.ofSeconds(30), 12, Duration.ofMinutes(1), 3,
        Duration.ofSeconds(30), 6, 3, Duration.ofHours(6));
  }

  private static void positive(Duration wait, String name) {
    if (wait == null || wait.isNegative() || wait.isZero()) {
      throw new IllegalArgumentException("retry setting " + name + " must be a positive duration, not " + wait);
    }
  }
}

package opsis.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final RetrySettings SETTINGS = RetrySettings.defaults();
  private final RetryPolicy policy = new RetryPolicy(SETTINGS);

  private Optional<Instant> next(Outcome outcome, int attempts, Duration retryAfter) {
    return policy.nextAttempt(outcome, attempts, retryAfter, NOW, new Random(7));
  }

  @ParameterizedTest
  @EnumSource(names = {"CAPTURED", "DELETED", "PROTECTED", "SUSPENDED", "SENSITIVE_HIDDEN", "BLOCKED_BY_POLICY"})
  void whatIsSettledIsNeverTriedAgain(Outcome outcome) {
    assertThat(next(outcome, 1, Duration.ofSeconds(5))).isEmpty();
  }

  @Test
  void aDeletedPostIsLookedAtOnceMoreWhereTheSettingsSaySo() {
    RetryPolicy rechecking = new RetryPolicy(new RetrySettings(Duration.ofDays(3), Duration.ofHours(1), 3, Duration.ofSeconds(30), 12,
        Duration.ofMinutes(1), 3, Duration.ofSeconds(30), 6, 3, Duration.ofDays(10)));
    assertThat(rechecking.nextAttempt(Outcome.DELETED, 1, null, NOW, new Random(1))).contains(NOW.plus(Duration.ofDays(3)));
    assertThat(rechecking.nextAttempt(Outcome.DELETED, 2, null, NOW, new Random(1))).isEmpty();
  }

  @Test
  void anIncompletePostIsTriedThreeTimes() {
    assertThat(next(Outcome.INCOMPLETE, 1, null)).contains(NOW.plus(SETTINGS.incompleteDelay()));
    assertThat(next(Outcome.INCOMPLETE, 2, null)).contains(NOW.plus(SETTINGS.incompleteDelay()));
    assertThat(next(Outcome.INCOMPLETE, 3, null)).isEmpty();
  }

  @Test
  void aFailedBrowserIsReplacedAtOnce() {
    assertThat(next(Outcome.BROWSER_FAILED, 1, null)).contains(NOW);
    assertThat(next(Outcome.BROWSER_FAILED, 2, null)).contains(NOW);
    assertThat(next(Outcome.BROWSER_FAILED, 3, null)).isEmpty();
  }

  @Test
  void attemptsCountFromOne() {
    assertThatThrownBy(() -> next(Outcome.TIMEOUT, 0, null)).hasMessageContaining("at least 1");
  }

  @Property
  void aRateLimitIsNeverTriedBeforeTheSiteAllows(@ForAll @LongRange(min = 0, max = 21_000) long seconds,
      @ForAll @IntRange(min = 1, max = 11) int attempts, @ForAll long seed) {
    Duration asked = Duration.ofSeconds(seconds);
    Instant at = policy.nextAttempt(Outcome.RATE_LIMITED, attempts, asked, NOW, new Random(seed)).orElseThrow();
    assertThat(at).isBetween(NOW.plus(asked), NOW.plus(asked).plus(asked.dividedBy(10)));
  }

  @Property
  void noWaitIsLongerThanTheLongest(@ForAll Outcome outcome, @ForAll @IntRange(min = 1, max = 10_000) int attempts,
      @ForAll @LongRange(min = 0, max = 3_000_000) long retryAfter, @ForAll long seed) {
    policy.nextAttempt(outcome, attempts, Duration.ofSeconds(retryAfter), NOW, new Random(seed))
        .ifPresent(at -> assertThat(at).isBetween(NOW, NOW.plus(SETTINGS.longestWait())));
  }

  @Property
  void failuresSpreadOverADoublingSpan(@ForAll @IntRange(min = 1, max = 5) int attempts, @ForAll long seed) {
    Instant at = policy.nextAttempt(Outcome.NETWORK_ERROR, attempts, null, NOW, new Random(seed)).orElseThrow();
    assertThat(at).isBetween(NOW, NOW.plus(SETTINGS.failureBase().multipliedBy(1L << (attempts - 1))));
  }

  @Property
  void everyOutcomeEndsSomeTime(@ForAll Outcome outcome, @ForAll long seed) {
    Set<Outcome> tried = EnumSet.noneOf(Outcome.class);
    for (int attempts = 1; attempts <= 12; attempts++) {
      if (policy.nextAttempt(outcome, attempts, null, NOW, new Random(seed)).isEmpty()) tried.add(outcome);
    }
    assertThat(tried).contains(outcome);
  }

  @Property
  void theSameRandomnessGivesTheSameTime(@ForAll Outcome outcome, @ForAll @IntRange(min = 1, max = 20) int attempts, @ForAll long seed) {
    assertThat(policy.nextAttempt(outcome, attempts, null, NOW, new Random(seed)))
        .isEqualTo(policy.nextAttempt(outcome, attempts, null, NOW, new Random(seed)));
  }
}

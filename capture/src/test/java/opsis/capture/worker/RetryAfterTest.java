package opsis.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,0", "120,120", "' 7 ',7", "9999999999,2592000", "'Thu, 01 Jan 2026 00:01:30 GMT',90", "'Wed, 31 Dec 2025 23:00:00 GMT',0"})
  void secondsAndDatesAreRead(String header, long seconds) {
    assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999", "01/01/2026"})
  void anythingElseIsNothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }

  @Property
  void noTextBreaksIt(@ForAll String header) {
    RetryAfter.parse(header, NOW).ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(30)));
  }
}

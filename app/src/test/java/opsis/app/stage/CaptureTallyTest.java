package opsis.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import opsis.storage.CaptureAttempt;
import org.junit.jupiter.api.Test;

class CaptureTallyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static CaptureAttempt attempt(String post, int number, String outcome, Instant next) {
        String picture = outcome.equals("CAPTURED") ? "a".repeat(64) : null;
        return new CaptureAttempt(post, "card", number, outcome, "", picture, null, null, 0, null, NOW, Duration.ZERO,
                next);
    }

    @Test
    void aPostCountsByItsLatestAttempt() {
        CaptureTally tally = new CaptureTally();
        tally.add(attempt("1", 1, "TIMEOUT", NOW));
        tally.add(attempt("1", 2, "CAPTURED", null));
        tally.add(attempt("2", 1, "DELETED", null));

        CaptureNumbers numbers = tally.numbers("card", 2, false);

        assertThat(numbers.attempts()).isEqualTo(3);
        assertThat(numbers.captured()).isEqualTo(1);
        assertThat(numbers.outcomes()).containsEntry("DELETED", 1L).doesNotContainKey("TIMEOUT");
        assertThat(numbers.left()).isZero();
    }

    @Test
    void whatWasDueAndNeverTriedIsLeft() {
        CaptureTally tally = new CaptureTally();
        tally.add(attempt("1", 1, "RATE_LIMITED", NOW.plusSeconds(60)));
        tally.add(attempt("2", 1, "CAPTURED", null));

        CaptureNumbers numbers = tally.numbers("card", 10, false);

        assertThat(numbers.left()).isEqualTo(9);
        assertThat(numbers.nextAttempt()).isEqualTo(NOW.plusSeconds(60));
    }
}

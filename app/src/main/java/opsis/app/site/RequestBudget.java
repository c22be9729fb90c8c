package opsis.app.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A fixed-window rate limit: so many requests in each window, the window opening with its first request. */
final class RequestBudget {

    private final int perWindow;
    private final Duration window;
    private final Clock clock;
    private Instant windowEnd = Instant.MIN;
    private int spent;

    RequestBudget(int perWindow, Duration window, Clock clock) {
        this.perWindow = perWindow;
        this.window = window;
        this.clock = clock;
    }

    /** Spends one request; where none is left, the time until the next window instead. */
    synchronized Optional<Duration> refusal() {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(window);
            spent = 0;
        }
        if (spent < perWindow) {
            spent++;
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, windowEnd));
    }
}

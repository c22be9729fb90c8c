package opsis.app.stage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import opsis.app.terminal.Interruption;

/**
 * One rate limit that all browsers share: requests to a host, evenly spaced, and none while the host asked to wait.
 * Safe for use by several threads.
 */
final class Lane {

    private final Clock clock;
    private final Interruption interruption;
    private final Duration spacing;
    private final Duration patience;
    private Instant free = Instant.MIN;
    private Instant heldUntil = Instant.MIN;

    /**
     * @param perMinute requests a minute; 0 for no limit
     * @param patience the longest hold that is waited out; a longer one closes the lane
     */
    Lane(Clock clock, Interruption interruption, double perMinute, Duration patience) {
        this.clock = clock;
        this.interruption = interruption;
        this.spacing = perMinute > 0 ? Duration.ofNanos((long) (60e9 / perMinute)) : Duration.ZERO;
        this.patience = patience;
    }

    /** Waits for the next free place; returns false if the host asked for too long a wait or the process is asked to stop. */
    boolean enter() {
        while (!interruption.requested()) {
            Duration wait = place();
            if (wait.isZero()) {
                return true;
            }
            if (isHeldForLong()) {
                return false;
            }
            interruption.sleep(wait);
        }
        return false;
    }

    private synchronized boolean isHeldForLong() {
        return heldUntil.isAfter(clock.instant().plus(patience));
    }

    /** Takes a place if one is free now and returns zero, else how long until one may be. */
    private synchronized Duration place() {
        Instant now = clock.instant();
        Instant open = free.isAfter(heldUntil) ? free : heldUntil;
        if (open.isAfter(now)) {
            // At least a millisecond, since that is as finely as we sleep.
            Duration wait = Duration.between(now, open);
            return wait.toMillis() > 0 ? wait : Duration.ofMillis(1);
        }
        free = now.plus(spacing);
        return Duration.ZERO;
    }

    /** Lets nobody in before this instant: the host said so. */
    synchronized void hold(Instant until) {
        if (until.isAfter(heldUntil)) {
            heldUntil = until;
        }
    }
}

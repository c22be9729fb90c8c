package opsis.app.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Values of the Retry-After header (RFC 9110, section 10.2.3): in turn as seconds and as an HTTP date. */
final class RetryAfter {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final AtomicInteger given = new AtomicInteger();

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** The wait in whole seconds, rounded up and at least one, so that who obeys is never refused again at once. */
    String value(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (given.getAndIncrement() % 2 == 0) {
            return Long.toString(seconds);
        }
        Instant until = clock.instant().plus(wait).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        return HTTP_DATE.format(until);
    }
}

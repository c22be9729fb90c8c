package opsis.app.report;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Numbers, times and durations as each language writes them. */
final class Formats {

    private final Messages messages;
    private final ZoneId zone;

    Formats(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    Text count(long number) {
        return Text.of(language -> NumberFormat.getIntegerInstance(language.locale()).format(number));
    }

    /** Three decimals: enough to tell a post that is barely under the threshold from one that is barely over it. */
    Text probability(double value) {
        return decimals(value, 3);
    }

    Text fit(double value) {
        return decimals(value, 2);
    }

    private static Text decimals(double value, int digits) {
        if (Double.isNaN(value)) {
            return Text.same("–");
        }
        return Text.of(language -> {
            NumberFormat format = NumberFormat.getNumberInstance(language.locale());
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format.format(value);
        });
    }

    /** Such as {@code Sunday, 22 November 2026}. */
    Text day(Instant instant) {
        return formatted(instant, "EEEE, d MMMM uuuu");
    }

    /** Such as {@code 22 Nov 2026, 03:28}. */
    Text moment(Instant instant) {
        return formatted(instant, "d MMM uuuu, HH:mm");
    }

    /** Such as {@code 03:28}. */
    Text time(Instant instant) {
        return formatted(instant, "HH:mm");
    }

    private Text formatted(Instant instant, String pattern) {
        return Text.of(language -> DateTimeFormatter.ofPattern(pattern, language.locale()).withZone(zone).format(instant));
    }

    /** When a post is tried again, or that it never is. */
    Text nextAttempt(Instant instant) {
        return instant == null ? messages.text("never") : moment(instant);
    }

    /** The largest two units, such as {@code 1 min 12 s}; below ten seconds with a decimal. */
    Text duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return messages.text("duration.short", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return messages.text("duration.seconds", seconds);
        }
        if (seconds < 3600) {
            return messages.text("duration.minutes", seconds / 60, seconds % 60);
        }
        return messages.text("duration.hours", seconds / 3600, seconds % 3600 / 60);
    }
}

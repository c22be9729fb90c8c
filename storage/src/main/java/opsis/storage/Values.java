package opsis.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The checks that the records of this package share. */
final class Values {
    private Values() {}

    /** To whole microseconds, which is what both databases keep: what is read then equals what was written. */
    static Instant micros(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    static String required(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing; give one");
        }
        return value;
    }

    static void optionalSha256(String value, String what) {
        if (value != null && !Blobs.isSha256(value)) {
            throw new IllegalArgumentException(what + " must be the 64 small hexadecimal digits of a SHA-256");
        }
    }
}

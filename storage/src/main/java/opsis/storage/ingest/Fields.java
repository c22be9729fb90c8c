package opsis.storage.ingest;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import opsis.storage.Post;

/** The rules for single values that all formats share. */
final class Fields {
    private static final int MAX_FIELD = 4_000;

    private Fields() {}

    static String id(String prefix, String id) throws Refusal {
        String whole = prefix + id.strip();
        if (id.isBlank()) {
            throw new Refusal("the id is empty", "give every post an id");
        }
        if (!Post.isId(whole)) {
            throw new Refusal("the id " + shown(whole) + " is not 1 to 200 characters of A-Z a-z 0-9 . _ : / @ -",
                    "mend the id");
        }
        return whole;
    }

    /** The text as given; only what no database or browser can take is mended or refused. */
    static String text(String text) throws Refusal {
        if (text.length() > Post.MAX_TEXT) {
            throw new Refusal("the text has " + text.length() + " characters, more than " + Post.MAX_TEXT,
                    "shorten or split it");
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refusal("the text holds a NUL character", "remove it");
        }
        return wellFormed(text);
    }

    /** Null for nothing; refuses what is far too long. */
    static String optional(String value, String what) throws Refusal {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > MAX_FIELD) {
            throw new Refusal("the " + what + " has " + value.length() + " characters, more than " + MAX_FIELD,
                    "shorten it, or check that every column stands in its place");
        }
        return wellFormed(value.strip().replace("\0", ""));
    }

    /** An http or https address, or null for nothing. */
    static String url(String value, String what) throws Refusal {
        String url = optional(value, what);
        if (url != null && !isWebAddress(url)) {
            throw new Refusal("the " + what + " " + shown(url) + " is not an http or https address",
                    "mend it or leave it empty");
        }
        return url;
    }

    static boolean isWebAddress(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return false;
        }
        try {
            return URI.create(value).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** ISO 8601; a time without an offset is taken as UTC. */
    static Instant time(String value, String what) throws Refusal {
        String time = optional(value, what);
        if (time == null) {
            return null;
        }
        String iso = time.length() > 10 && time.charAt(10) == ' ' ? time.substring(0, 10) + 'T' + time.substring(11)
                : time;
        try {
            if (iso.length() <= 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return offset ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Refusal("the " + what + " " + shown(time) + " is no time",
                    "write it as 2026-03-01T12:00:00Z, or leave it empty");
        }
    }

    /** Half surrogate pairs become U+FFFD: JSON can spell them, but UTF-8 cannot hold them. */
    private static String wellFormed(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints().forEach(c -> mended.appendCodePoint(
                c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
        return mended.toString();
    }

    /** A value for a message: short, on one line, without control characters. */
    static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "?");
        return "\"" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "\"";
    }
}

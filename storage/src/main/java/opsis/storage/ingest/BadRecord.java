package opsis.storage.ingest;

/**
 * A record that was not stored.
 *
 * @param line where it begins, from 1; 0 where the whole source is meant
 * @param what what is wrong with it
 * @param mend what to do about it
 */
public record BadRecord(String source, long line, String what, String mend) {
    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + ": " + what + "; " + mend;
    }
}

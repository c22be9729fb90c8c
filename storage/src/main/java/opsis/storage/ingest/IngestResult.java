package opsis.storage.ingest;

import java.util.List;

/**
 * What became of the records of one source: {@code read = added + unchanged + badCount}.
 *
 * @param bad the first {@value #MAX_BAD} bad records, of {@code badCount}
 */
public record IngestResult(String source, long read, long added, long unchanged, List<BadRecord> bad,
                           long badCount) {
    /** How many bad records are kept in words. */
    public static final int MAX_BAD = 100;

    public IngestResult {
        bad = List.copyOf(bad);
    }
}

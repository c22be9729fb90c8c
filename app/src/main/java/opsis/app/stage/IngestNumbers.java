package opsis.app.stage;

import java.util.List;
import opsis.storage.ingest.BadRecord;
import opsis.storage.ingest.IngestResult;

/**
 * What an ingest of several sources came to.
 *
 * @param bad the first bad records of each source, in words
 */
public record IngestNumbers(List<String> sources, long read, long added, long unchanged, long badCount,
        List<BadRecord> bad) {

    /** Adds up the results of sources. */
    public static IngestNumbers of(List<IngestResult> results) {
        return new IngestNumbers(results.stream().map(IngestResult::source).toList(),
                results.stream().mapToLong(IngestResult::read).sum(),
                results.stream().mapToLong(IngestResult::added).sum(),
                results.stream().mapToLong(IngestResult::unchanged).sum(),
                results.stream().mapToLong(IngestResult::badCount).sum(),
                results.stream().flatMap(result -> result.bad().stream()).toList());
    }
}

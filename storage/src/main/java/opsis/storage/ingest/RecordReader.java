package opsis.storage.ingest;

import java.io.IOException;

/** One source format. */
interface RecordReader {
    /** Reads the lines to their end; what cannot be read goes to the sink as bad. */
    void read(Lines lines, RecordSink sink) throws IOException;
}

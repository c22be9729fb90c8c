package opsis.storage.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import opsis.storage.Store;

/** Reads sources into a store. */
public final class Ingest {
    public Ingest(Store store, IngestSettings settings) {
    }

    /** Reads a file; pictures that it names lie in its folder. Throws {@link java.io.UncheckedIOException}. */
    public IngestResult ingest(Path file, ProgressListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Reads a stream such as standard input, which can name no local pictures; the caller closes it. */
    public IngestResult ingest(String name, InputStream in, ProgressListener listener) {
        throw new UnsupportedOperationException();
    }
}

package opsis.storage;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;

/** The rows and blobs of one workspace. Safe for use by many threads. */
public final class Store implements AutoCloseable {
    /** Opens the store, bringing its tables to this version; throws {@link StorageException}. */
    public static Store open(StoreSettings settings, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** Opens the H2 file database FOLDER/database with blobs in FOLDER/blobs, making what is not there. */
    public static Store openFolder(Path folder, Clock clock) {
        throw new UnsupportedOperationException();
    }

    public Posts posts() {
        throw new UnsupportedOperationException();
    }

    public Captures captures() {
        throw new UnsupportedOperationException();
    }

    public Predictions predictions() {
        throw new UnsupportedOperationException();
    }

    public Explanations explanations() {
        throw new UnsupportedOperationException();
    }

    public Runs runs() {
        throw new UnsupportedOperationException();
    }

    public Blobs blobs() {
        throw new UnsupportedOperationException();
    }

    /** The pool of connections, for a job store that keeps its QRTZ_ tables beside ours. */
    public DataSource dataSource() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}

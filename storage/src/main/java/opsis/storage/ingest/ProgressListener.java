package opsis.storage.ingest;

/** Told after each batch how far an ingest has come. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = (records, bytes) -> { };

    /**
     * @param records read so far, bad ones too
     * @param bytes   of the source read so far, as they lie in it (compressed where it is)
     */
    void progress(long records, long bytes);
}

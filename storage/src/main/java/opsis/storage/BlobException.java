package opsis.storage;

/** A blob that is missing, damaged or could not be written: the message names it, its file and the mend. */
public final class BlobException extends StorageException {
    BlobException(String message) {
        super(message);
    }

    BlobException(String message, Throwable cause) {
        super(message, cause);
    }
}

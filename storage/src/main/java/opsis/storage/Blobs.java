package opsis.storage;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Pictures and other bytes, each kept in a file under its own SHA-256. */
public final class Blobs {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    Blobs() {}

    /** Whether this is a SHA-256 as blobs are named by: 64 small hexadecimal digits. */
    public static boolean isSha256(String text) {
        return text != null && SHA256.matcher(text).matches();
    }

    /** Stores the bytes, durable at return, and gives their SHA-256. */
    public String put(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /** The bytes, verified; throws {@link BlobException} where they are missing or damaged. */
    public byte[] read(String sha256) {
        throw new UnsupportedOperationException();
    }

    public boolean contains(String sha256) {
        throw new UnsupportedOperationException();
    }

    /** The file of a blob, whether or not it exists. */
    public Path path(String sha256) {
        throw new UnsupportedOperationException();
    }
}

package opsis.storage;

import java.nio.file.Path;

/**
 * Where a store keeps its rows and its blobs.
 *
 * @param jdbcUrl    an H2 or PostgreSQL address
 * @param blobFolder made where it does not exist
 */
public record StoreSettings(String jdbcUrl, String user, String password, Path blobFolder) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "StoreSettings[" + jdbcUrl + ", user " + user + ", blobs in " + blobFolder + "]";
    }
}

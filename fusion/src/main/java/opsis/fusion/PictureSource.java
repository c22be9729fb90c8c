package opsis.fusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a picture's bytes are read from when they are wanted, so that a data set need not lie in memory. */
@FunctionalInterface
public interface PictureSource {

    /** The bytes of a PNG or JPEG file. */
    byte[] read() throws IOException;

    static PictureSource of(Path file) {
        return () -> Files.readAllBytes(file);
    }

    static PictureSource of(byte[] bytes) {
        return () -> bytes;
    }
}

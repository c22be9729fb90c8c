package opsis.storage.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import opsis.storage.Blobs;

/** Takes pictures that lie beside a source into the blobs; nothing outside the source's folder is ever read. */
final class LocalPictures {
    private static final long MAX_BYTES = 20L << 20;
    private static final int MAX_SIDE = 16_384;
    private static final long MAX_PIXELS = 40_000_000;

    private final Blobs blobs;
    private final Path folder;

    /** @param folder null where the source has none, as standard input */
    LocalPictures(Blobs blobs, Path folder) {
        this.blobs = blobs;
        this.folder = folder;
    }

    /** A web address as it is; a path becomes {@code blob:<sha256>}. */
    String take(String source) throws Refusal {
        if (source.contains("://")) {
            return Fields.url(source, "picture");
        }
        byte[] bytes = read(resolve(source), source);
        decode(bytes, source);
        return "blob:" + blobs.put(bytes);
    }

    private Path resolve(String source) throws Refusal {
        if (folder == null) {
            throw new Refusal("the picture " + Fields.shown(source) + " is a path, but this source has no folder",
                    "ingest it as a file, or give the picture's address");
        }
        Path real;
        try {
            real = folder.resolve(source).toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw new Refusal("the picture " + Fields.shown(source) + " is not there",
                    "put it beside the source, with its path from the source's folder");
        }
        try {
            if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
                throw new Refusal("the picture " + Fields.shown(source) + " is not a file in the source's folder",
                        "put it there");
            }
        } catch (IOException e) {
            throw new Refusal("the source's folder cannot be read", "check its rights");
        }
        return real;
    }

    private static byte[] read(Path file, String source) throws Refusal {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new Refusal("the picture " + Fields.shown(source) + " is larger than " + (MAX_BYTES >> 20)
                        + " MiB", "make it smaller");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal("the picture " + Fields.shown(source) + " cannot be read", "check its rights");
        }
    }

    /** Looks at the size before the pixels, so that a small file cannot ask for a large memory. */
    private static void decode(byte[] bytes, String source) throws Refusal {
        Refusal none = new Refusal("the picture " + Fields.shown(source) + " is not a whole PNG, JPEG, GIF or BMP",
                "convert it to PNG or JPEG");
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw none;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
                    throw new Refusal("the picture " + Fields.shown(source) + " has " + width + "×" + height
                            + " pixels", "scale it to at most " + MAX_PIXELS / 1_000_000 + " million pixels");
                }
                reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Damaged pictures make the platform's decoders throw many kinds of RuntimeException.
            throw none;
        }
    }
}

package opsis.fusion.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import opsis.fusion.ModelException;
import opsis.fusion.PictureSource;

/** Decoded and scaled pictures of a data set in a temporary file, so that memory stays bounded and each is decoded once. */
public final class PictureStore implements AutoCloseable {
    private static final int AT_ONCE = 256;

    private final FileChannel channel;
    private final int length;

    private PictureStore(FileChannel channel, int length) {
        this.channel = channel;
        this.length = length;
    }

    /**
     * Decodes pictures, several at a time.
     *
     * @param names by which a broken picture is named in the error
     */
    public static PictureStore of(List<PictureSource> pictures, List<String> names, PictureReader reader) {
        try {
            Path file = Files.createTempFile("opsis-pictures", ".raw");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            PictureStore store = new PictureStore(channel, reader.length());
            try {
                for (int from = 0; from < pictures.size(); from += AT_ONCE) {
                    int start = from;
                    byte[][] decoded = new byte[Math.min(AT_ONCE, pictures.size() - from)][];
                    IntStream.range(0, decoded.length).parallel()
                            .forEach(i -> decoded[i] = decode(pictures.get(start + i), names.get(start + i), reader));
                    for (byte[] planes : decoded) {
                        store.append(planes);
                    }
                }
                return store;
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No room for the training pictures in the temporary folder", e);
        }
    }

    private static byte[] decode(PictureSource source, String name, PictureReader reader) {
        try {
            return reader.read(source.read());
        } catch (IOException e) {
            throw new ModelException("The picture of post " + name + " cannot be read (" + e.getMessage() + "); capture it again", e);
        } catch (ModelException e) {
            throw new ModelException("Post " + name + ": " + e.getMessage(), e);
        }
    }

    private void append(byte[] planes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(planes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** The planes of one picture, counted from 0. */
    public byte[] get(int index) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, (long) index * length + buffer.position()) < 0) {
                    throw new IndexOutOfBoundsException(index);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

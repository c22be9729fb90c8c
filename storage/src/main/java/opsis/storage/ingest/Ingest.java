package opsis.storage.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import opsis.storage.Store;

/**
 * Reads sources into a store. The format is known by the content, never by the name; posts go in by transactions of
 * about 500, and reading a source again changes nothing, so one that was cut off is simply read again.
 */
public final class Ingest {
    private final Store store;
    private final IngestSettings settings;

    public Ingest(Store store, IngestSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Reads a file; pictures that it names by a path lie in its folder. Throws {@link UncheckedIOException} where the
     * file cannot be opened or its disk fails.
     */
    public IngestResult ingest(Path file, ProgressListener listener) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, file.toAbsolutePath().getParent(), listener);
        } catch (IOException e) {
            throw new UncheckedIOException("the source " + file + " cannot be read; check its name and rights", e);
        }
    }

    /**
     * Reads a stream such as standard input, which can name no local pictures; the caller closes it. Throws
     * {@link UncheckedIOException} where the stream fails.
     */
    public IngestResult ingest(String name, InputStream in, ProgressListener listener) {
        try {
            return read(name, in, null, listener);
        } catch (IOException e) {
            throw new UncheckedIOException("the source " + name + " cannot be read to its end", e);
        }
    }

    private IngestResult read(String name, InputStream in, Path folder, ProgressListener listener)
            throws IOException {
        Source source = new Source(in);
        Batch batch = new Batch(store.posts(), name, records -> listener.progress(records, source.bytesRead()));
        try {
            readLines(new Lines(source.content()), folder, batch);
        } catch (EOFException | ZipException e) {
            batch.bad(0, "the gzip data is damaged or cut off", "fetch the file again; what came before it is stored");
        }
        batch.flush();
        return batch.result();
    }

    private void readLines(Lines lines, Path folder, RecordSink sink) throws IOException {
        Lines.Line first = lines.next();
        while (first != null && first.problem() == null && first.text().isBlank()) {
            first = lines.next();
        }
        if (first == null) {
            sink.bad(0, "the source is empty", "check that it is the right file");
            return;
        }
        lines.pushBack(List.of(first));
        String text = first.text() == null ? "" : first.text().stripLeading();
        RecordReader reader = text.startsWith("{") || text.startsWith("[")
                ? new JsonReader(new XTweets(settings))
                : new TableReader(settings, new LocalPictures(store.blobs(), folder));
        reader.read(lines, sink);
    }
}

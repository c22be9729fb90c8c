package opsis.app.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import opsis.app.terminal.Interruption;
import opsis.app.terminal.Progress;
import opsis.app.terminal.Terminal;
import opsis.storage.Store;
import opsis.storage.ingest.BadRecord;
import opsis.storage.ingest.Ingest;
import opsis.storage.ingest.IngestResult;
import opsis.storage.ingest.IngestSettings;

/** Takes files of posts into the store. */
public final class IngestStage {

    private static final String DONE = "done";
    /** Other files, such as the pictures that a table names, or one that is still being written, are not sources. */
    private static final Pattern SOURCE = Pattern.compile("[^.].*\\.(jsonl|ndjson|json|csv|tsv)(\\.gz)?",
            Pattern.CASE_INSENSITIVE);

    private final Ingest ingest;
    private final Terminal terminal;
    private final Interruption interruption;

    public IngestStage(Store store, IngestSettings settings, Terminal terminal, Interruption interruption) {
        this.ingest = new Ingest(store, settings);
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /** Takes in one file. */
    public IngestResult file(Path file) {
        try (Progress progress = terminal.progress("ingest " + file.getFileName(), 0)) {
            return ingest.ingest(file, new Steps(progress)::to);
        }
    }

    /** Takes in what a stream holds. */
    public IngestResult stream(String name, java.io.InputStream in) {
        try (Progress progress = terminal.progress("ingest " + name, 0)) {
            return ingest.ingest(name, in, new Steps(progress)::to);
        }
    }

    /**
     * Takes in the files of a watched folder and moves each to its sub-folder {@code done}. A kill between the two
     * costs nothing, since a file that is read again changes nothing.
     */
    public IngestNumbers folder(Path folder) {
        List<IngestResult> results = new ArrayList<>();
        for (Path file : waiting(folder)) {
            if (interruption.requested()) {
                break;
            }
            try {
                results.add(file(file));
                moveToDone(file);
            } catch (UncheckedIOException e) {
                results.add(unreadable(file, e));
            }
        }
        return IngestNumbers.of(results);
    }

    private static List<Path> waiting(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> SOURCE.matcher(file.getFileName().toString()).matches())
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the watched folder " + folder, e);
        }
    }

    private static void moveToDone(Path file) {
        try {
            Path done = Files.createDirectories(file.resolveSibling(DONE));
            Files.move(file, free(done, file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move " + file + " to its sub-folder " + DONE, e);
        }
    }

    /** Returns a name that no earlier file of the same name has taken. */
    private static Path free(Path done, String name) {
        Path target = done.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = done.resolve(i + "-" + name);
        }
        return target;
    }

    private static IngestResult unreadable(Path file, UncheckedIOException failure) {
        return new IngestResult(file.toString(), 1, 0, 0, List.of(new BadRecord(file.toString(), 0,
                failure.getMessage(), "make it readable, or take it out of the folder")), 1);
    }

    /** Turns counts so far into steps. */
    private static final class Steps {
        private final Progress progress;
        private long last;

        private Steps(Progress progress) {
            this.progress = progress;
        }

        private void to(long records, long bytes) {
            progress.step(records - last);
            last = records;
        }
    }
}

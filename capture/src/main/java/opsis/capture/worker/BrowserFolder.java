package opsis.capture.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser's own temporary folder, which also names its processes. A program that is killed leaves its browsers running;
 * the next one finds their folders here and ends them.
 */
final class BrowserFolder {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserFolder.class);
  private static final String PREFIX = "opsis-browser-";
  private static final String PROCESSES = "processes";

  private final Path path;

  private BrowserFolder(Path path) {
    this.path = path;
  }

  /** A fresh folder under the given one, which already names this program as its owner. */
  static BrowserFolder create(Path base) throws IOException {
    BrowserFolder folder = new BrowserFolder(Files.createTempDirectory(base, PREFIX));
    folder.record(List.of(ProcessHandle.current()));
    Files.createDirectory(folder.temporary());
    return folder;
  }

  Path userData() {
    return path.resolve("profile");
  }

  Path temporary() {
    return path.resolve("tmp");
  }

  /** Writes down processes to end with the owner: the owner itself is the first line. */
  void record(List<ProcessHandle> processes) throws IOException {
    List<String> lines = new ArrayList<>(Files.exists(path.resolve(PROCESSES)) ? Files.readAllLines(path.resolve(PROCESSES)) : List.of());
    processes.forEach(process -> lines.add(process.pid() + " " + startedAt(process)));
    Files.write(path.resolve(PROCESSES), lines);
  }

  void delete() {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          LOG.debug("{} stays behind", file, e);
        }
      });
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} stays behind", path, e);
    }
  }

  /** Ends the browsers of owners that are no more, and deletes their folders. */
  static void reap(Path base) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder) && isOurs(folder)) reapOne(folder);
      }
    } catch (IOException e) {
      LOG.warn("could not look for left-over browsers in {}: {}", base, e.getMessage());
    }
  }

  /** Whoever may write to the shared temporary folder must not choose which processes we end. */
  private static boolean isOurs(Path folder) throws IOException {
    Path own = Files.createTempFile(folder.getParent(), "opsis-owner-", null);
    try {
      return Files.getOwner(folder).equals(Files.getOwner(own));
    } finally {
      Files.delete(own);
    }
  }

  private static void reapOne(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(PROCESSES));
      if (lines.isEmpty() || alive(lines.get(0)).isPresent()) return;
      LOG.info("ending a browser that a killed program left behind ({})", folder);
      lines.forEach(line -> alive(line).ifPresent(BrowserFolder::end));
      new BrowserFolder(folder).delete();
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} is left alone", folder, e);
    }
  }

  /** Ends a process and all that it started. */
  static void end(ProcessHandle process) {
    process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The process of a line, unless it ended and its number was given to another. */
  private static Optional<ProcessHandle> alive(String line) {
    String[] parts = line.split(" ");
    return ProcessHandle.of(Long.parseLong(parts[0])).filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process) == Long.parseLong(parts[1]));
  }

  private static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}

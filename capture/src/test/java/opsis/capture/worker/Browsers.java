package opsis.capture.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import opsis.capture.profile.PageProfile;
import opsis.capture.profile.PageProfiles;
import org.junit.jupiter.api.Assumptions;

/** Browsers for tests, which are skipped where this machine has none. */
public final class Browsers {
  private Browsers() {}

  public static CaptureWorkers start(WorkerSettings settings, PageProfile profile) {
    try {
      return CaptureWorkers.start(settings, profile, Clock.systemUTC());
    } catch (BrowserMissingException e) {
      return Assumptions.abort("skipped: this machine has no Chrome or Chromium with its driver: " + e.getMessage());
    }
  }

  static PageProfile profile(Path folder, UnaryOperator<String> change) throws IOException {
    try (InputStream in = Browsers.class.getResourceAsStream("fault.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PageProfiles.read(Files.writeString(folder.resolve("fault.yaml"), change.apply(yaml)));
    }
  }

  /** The driver and browser processes of a pool that run now. */
  static List<ProcessHandle> processesOf(CaptureWorkers workers) {
    return workers.processes();
  }
}

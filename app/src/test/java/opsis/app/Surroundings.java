package opsis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import opsis.capture.profile.PageProfiles;
import opsis.capture.worker.BrowserMissingException;
import opsis.capture.worker.CaptureWorkers;
import opsis.capture.worker.WorkerSettings;

/** What a test needs of the machine it runs on. */
public final class Surroundings {

    private Surroundings() {
    }

    /** The folder that Opsis is built in. Tests run in their module's folder. */
    public static Path home() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** The model that comes with Opsis. */
    public static Path starter() {
        Path folder = home().resolve("models/starter");
        assertThat(folder.resolve("model.safetensors")).as("the starter model ships with Opsis").exists();
        return folder;
    }

    /** Skips the test where no browser can be started. */
    public static void needBrowser() {
        try (CaptureWorkers workers = CaptureWorkers.start(WorkerSettings.defaults().withBrowsers(1),
                PageProfiles.named("card"), Clock.systemUTC())) {
            assumeTrue(!workers.browserVersion().isEmpty(), "no Chrome or Chromium on this machine");
        } catch (BrowserMissingException e) {
            assumeTrue(false, "no Chrome or Chromium on this machine: " + e.getMessage());
        }
    }

    /** Returns research data that lies beside the repository, and skips the test where it does not. */
    public static Path researchData(String path) {
        Path file = home().resolve("../shared/data").resolve(path).normalize();
        assumeTrue(Files.exists(file), "the research data " + path + " is not on this machine");
        return file;
    }
}

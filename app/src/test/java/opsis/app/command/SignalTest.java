package opsis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import opsis.app.Surroundings;
import opsis.app.settings.SettingsLoader;
import opsis.app.workspace.Workspace;
import opsis.storage.CaptureAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SIGTERM does to a capture that is under way. */
class SignalTest {

    private static final int POSTS = 400;

    @TempDir
    private Path folder;

    @Test
    void aCaptureThatIsToldToStopStoresWhatIsUnderWayAndIsTakenUpAgain() throws Exception {
        Surroundings.needBrowser();
        Path workspace = folder.resolve("workspace");
        StringBuilder posts = new StringBuilder("id,text\n");
        for (int i = 0; i < POSTS; i++) {
            posts.append(i).append(",Ανάρτηση ").append(i).append('\n');
        }
        Files.writeString(folder.resolve("posts.csv"), posts);
        CommandLineRun.in(folder, "init", "--workspace", workspace.toString());
        CommandLineRun.in(folder, "ingest", "--workspace", workspace.toString(), "posts.csv");
        Process capture = start(workspace);
        // The log names each post that is stored: by the tenth, browsers are at work.
        int stored = 0;
        try (var lines = capture.inputReader()) {
            for (String line = lines.readLine(); line != null && stored < 10; line = lines.readLine()) {
                stored += line.contains("CAPTURED") ? 1 : 0;
            }
            capture.destroy();
            assertThat(capture.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(stored).isEqualTo(10);
        assertThat(capture.exitValue()).isEqualTo(5);
        verify(workspace);
    }

    private static Process start(Path workspace) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dopsis.home=" + Surroundings.home(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "opsis.app.Main", "capture", "--quiet", "--workspace", workspace.toString());
        builder.environment().put("OPSIS_LOG", "INFO");
        return builder.redirectErrorStream(true).start();
    }

    private static void verify(Path folder) {
        try (Workspace workspace = Workspace.open(folder, SettingsLoader.fromEnvironment(Map.of()),
                Clock.systemUTC())) {
            List<CaptureAttempt> unfinished = workspace.store().captures().unfinished("card", POSTS);
            long captured = workspace.store().captures().outcomes("card").get(CaptureAttempt.CAPTURED);
            assertThat(unfinished).as("no post is marked failed because the process ended").isEmpty();
            assertThat(captured).isBetween(10L, (long) POSTS - 1);
            assertThat(workspace.store().captures().countUntried("card")).isEqualTo(POSTS - captured);
        }
    }
}

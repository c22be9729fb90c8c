package opsis.storage;

import static opsis.storage.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process said it had stored is there after it was killed. */
class DurabilityTest {
    private static final int KILLS = 4;
    private static final int MAX_LINES = 120;

    @TempDir
    Path folder;

    /** The process that is killed: stores without end, and says each thing after it was stored. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Store store = Store.openFolder(Path.of(arguments[0]), Clock.systemUTC());
            for (int i = 0; ; i++) {
                String id = arguments[1] + "-" + i;
                store.posts().add(List.of(post(id)));
                System.out.println("post " + id);
                String sha256 = store.blobs().put(("picture of " + id).repeat(2000).getBytes(StandardCharsets.UTF_8));
                System.out.println("blob " + sha256);
                store.captures().record(Samples.captured(id, "card", 1, sha256));
                System.out.println("capture " + id);
            }
        }
    }

    private static Process start(Path workspace, int round) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Writer.class.getName(),
                workspace.toString(), "r" + round).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Kills the process after so many lines and gives all that it said; a line cut off in the middle was not said. */
    private static List<String> killAfter(Process process, int lines) throws Exception {
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            boolean open = true;
            while (open && said.size() < lines) {
                open = readLine(out, said);
            }
            // By its handle: Process.destroyForcibly would also throw away what was said before the kill.
            process.toHandle().destroyForcibly();
            while (open) {
                open = readLine(out, said);
            }
        }
        process.waitFor();
        return said;
    }

    private static boolean readLine(BufferedReader out, List<String> said) throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = out.read()) >= 0 && c != '\n') {
            line.append((char) c);
        }
        if (c >= 0) {
            said.add(line.toString().strip());
        }
        return c >= 0;
    }

    @Test
    void nothingThatWasSaidToBeStoredIsLostByAKill() throws Exception {
        Random random = new Random(20260301);
        List<String> said = new ArrayList<>();
        for (int round = 0; round < KILLS; round++) {
            Process process = start(folder, round);
            try {
                List<String> saidNow = killAfter(process, 1 + random.nextInt(MAX_LINES));
                assertThat(saidNow).isNotEmpty();
                said.addAll(saidNow);
            } finally {
                process.destroyForcibly();
            }
            try (Store store = Store.openFolder(folder, Clock.systemUTC())) {
                assertThat(said).allMatch(line -> isThere(store, line.split(" ")));
            }
        }
    }

    private static boolean isThere(Store store, String[] line) {
        return switch (line[0]) {
            case "post" -> store.posts().find(line[1]).equals(Optional.of(post(line[1])));
            case "blob" -> store.blobs().read(line[1]).length > 0;
            default -> store.captures().newest(line[1]).map(c -> store.blobs().read(c.pictureSha256())).isPresent();
        };
    }

    @Test
    void aWorkspaceInUseByAnotherProcessIsRefusedAndNamesIt() throws Exception {
        Process process = start(folder, 0);
        try {
            assertThat(process.inputReader().readLine()).startsWith("post");

            assertThatThrownBy(() -> Store.openFolder(folder, Clock.systemUTC()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another opsis is using this workspace (pid " + process.pid() + ")");
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}

package opsis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import opsis.app.settings.SettingsLoader;
import opsis.app.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;
    private Path posts;

    @BeforeEach
    void writePosts() throws IOException {
        posts = folder.resolve("posts.csv");
        Files.writeString(posts, "id,text,label\n1,Καλημέρα σε όλους,0\n2,\"Δύο, με κόμμα\",1\n");
    }

    @Test
    void withoutAWorkspaceACommandNamesTheMend() {
        CommandLineRun run = CommandLineRun.in(folder, "ingest", posts.toString());

        assertThat(run.status()).isEqualTo(6);
        assertThat(run.err()).contains("opsis init").doesNotContain("\tat ");
    }

    @Test
    void initMakesAWorkspaceOnceAndChangesNothingTheSecondTime() throws IOException {
        assertThat(CommandLineRun.in(folder, "init").status()).isZero();
        Path settings = folder.resolve("opsis-data/opsis.yaml");
        Files.writeString(settings, "language: el\n");

        CommandLineRun second = CommandLineRun.in(folder, "init", "--json");

        assertThat(second.status()).isZero();
        assertThat(MAPPER.readTree(second.out()).get("created").asBoolean()).isFalse();
        assertThat(settings).hasContent("language: el");
    }

    @Test
    void ingestCountsAndASecondIngestChangesNothing() throws IOException {
        CommandLineRun.in(folder, "init");

        JsonNode first = MAPPER.readTree(CommandLineRun.in(folder, "ingest", "--json", posts.toString()).out());
        JsonNode second = MAPPER.readTree(CommandLineRun.in(folder, "ingest", "--json", posts.toString()).out());

        assertThat(first.get("added").asLong()).isEqualTo(2);
        assertThat(second.get("added").asLong()).isZero();
        assertThat(second.get("unchanged").asLong()).isEqualTo(2);
    }

    @Test
    void aBadRecordIsNamedAndTheOthersGoIn() throws IOException {
        CommandLineRun.in(folder, "init");
        Files.writeString(posts, "id,text\n1,καλό\n,χωρίς ταυτότητα\n3,καλό\n");

        CommandLineRun run = CommandLineRun.in(folder, "ingest", posts.toString());

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("posts.csv").contains("3");
        assertThat(run.out()).contains("2 posts added").contains("1 bad");
    }

    @Test
    void standardInputIsTakenIn() {
        CommandLineRun.in(folder, "init");

        CommandLineRun run = CommandLineRun.in(folder, "id\ttext\n7\tγεια\n", Map.of(), "ingest", "-");

        assertThat(run.out()).contains("1 posts added");
    }

    @Test
    void statusShowsWhatIsDue() throws IOException {
        CommandLineRun.in(folder, "init");
        CommandLineRun.in(folder, "ingest", posts.toString());

        JsonNode status = MAPPER.readTree(CommandLineRun.in(folder, "status", "--json").out());

        assertThat(status.get("posts").asLong()).isEqualTo(2);
        assertThat(status.get("due").asLong()).isEqualTo(2);
    }

    @Test
    void aMistakeInTheSettingsIsAUsageError() throws IOException {
        CommandLineRun.in(folder, "init");
        Files.writeString(folder.resolve("opsis-data/opsis.yaml"), "capture:\n  wrokers: 3\n");

        CommandLineRun run = CommandLineRun.in(folder, "status");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("capture.wrokers");
    }

    @Test
    void aMissingModelNamesTheMend() {
        CommandLineRun.in(folder, "init");

        CommandLineRun run = CommandLineRun.in(folder, "classify", "--model", "nowhere");

        assertThat(run.status()).isEqualTo(6);
        assertThat(run.err()).contains("nowhere").contains("--model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "init", "ingest", "capture", "classify", "score", "explain", "report", "nightly",
        "schedule", "status", "train", "completion"})
    void everyCommandHasHelpWithAnExample(String command) {
        CommandLineRun run = CommandLineRun.in(folder, command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Example").contains("opsis " + command);
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        assertThat(CommandLineRun.in(folder, "status", "--nonsense").status()).isEqualTo(2);
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertThat(CommandLineRun.in(folder, "completion").out()).contains("complete").contains("nightly");
    }

    @Test
    void aWorkspaceThatIsInUseIsRefusedWithAWord() {
        CommandLineRun.in(folder, "init");
        try (Workspace workspace = Workspace.open(folder.resolve("opsis-data"),
                SettingsLoader.fromEnvironment(Map.of()), Clock.systemUTC())) {
            CommandLineRun run = CommandLineRun.in(folder, "status");

            assertThat(workspace.store().posts().count()).isZero();
            assertThat(run.status()).isEqualTo(6);
            assertThat(run.err()).contains("another opsis");
        }
    }

    @Test
    void theDemoRefusesAWorkspaceThatExists() {
        CommandLineRun.in(folder, "init");

        CommandLineRun run = CommandLineRun.in(folder, "demo", "--workspace", folder.resolve("opsis-data").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("new folder");
    }
}

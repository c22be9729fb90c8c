package opsis.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import opsis.app.terminal.Interruption;
import opsis.app.terminal.Terminal;
import opsis.storage.Store;
import opsis.storage.ingest.IngestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestStageTest {

    @TempDir
    private Path folder;
    private Path inbox;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.openFolder(folder, Clock.systemUTC());
        inbox = Files.createDirectory(folder.resolve("inbox"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private IngestNumbers night() {
        Terminal silent = new Terminal(new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(new ByteArrayOutputStream()), Clock.systemUTC(), new Terminal.Style(false, true, false));
        return new IngestStage(store, IngestSettings.defaults(), silent, new Interruption()).folder(inbox);
    }

    private void write(String name, String id) throws IOException {
        Files.writeString(inbox.resolve(name), "id,text\n" + id + ",κείμενο " + id + "\n");
    }

    @Test
    void aFileThatWasTakenInIsMovedAside() throws IOException {
        write("a.csv", "1");

        assertThat(night().added()).isEqualTo(1);
        assertThat(inbox.resolve("done/a.csv")).exists();
        assertThat(inbox.resolve("a.csv")).doesNotExist();
        assertThat(night().read()).isZero();
    }

    @Test
    void anEarlierFileOfTheSameNameIsKept() throws IOException {
        write("a.csv", "1");
        night();
        write("a.csv", "2");
        night();

        assertThat(store.posts().count()).isEqualTo(2);
        assertThat(inbox.resolve("done/a.csv")).content().contains("κείμενο 1");
        assertThat(inbox.resolve("done/2-a.csv")).content().contains("κείμενο 2");
    }

    @Test
    void aFileThatIsStillBeingWrittenAndPicturesThatATableNamesAreLeftAlone() throws IOException {
        write("a.csv.part", "1");
        write("picture.png", "2");

        assertThat(night().read()).isZero();
        assertThat(inbox.resolve("a.csv.part")).exists();
        assertThat(inbox.resolve("picture.png")).exists();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersGoIn() throws IOException {
        write("b.csv", "1");
        Files.createSymbolicLink(inbox.resolve("a.csv"), folder.resolve("inbox/a.csv.gone"));
        Files.write(inbox.resolve("c.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 0, 0, 1});

        IngestNumbers numbers = night();

        assertThat(numbers.added()).isEqualTo(1);
        assertThat(numbers.bad()).anySatisfy(bad -> assertThat(bad.toString()).contains("c.csv.gz"));
    }

    @Test
    void withoutAWatchedFolderThereIsNothingToDo() throws IOException {
        Files.delete(inbox);

        assertThat(night().sources()).isEmpty();
    }
}

package opsis.storage;

import static opsis.storage.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2StoreTest extends AbstractStoreTest {
    @Override
    Store open() {
        return Store.openFolder(folder.resolve("workspace"), CLOCK);
    }

    @Test
    void aSecondOpeningIsRefusedAndNamesTheProcess() {
        assertThatThrownBy(this::open).isInstanceOf(StorageException.class)
                .hasMessageContaining("another opsis is using this workspace (pid "
                        + ProcessHandle.current().pid() + ")");
        store.posts().add(List.of(post("still-works")));
        assertThat(store.posts().count()).isOne();
    }

    @Test
    void aDatabaseThatIsNoneIsRefusedInWordsAndTheFolderLetGo() throws Exception {
        store.close();
        store = null;
        Files.writeString(folder.resolve("workspace/database.mv.db"), "not a database");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::open).isInstanceOf(StorageException.class)
                    .hasMessageContaining("could not be opened").hasMessageContaining("workspace");
        }
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheDatabaseForOthers() throws Exception {
        Thread worker = new Thread(() -> {
            for (int i = 0; i < 20; i++) {
                Thread.currentThread().interrupt();
                try {
                    store.posts().add(List.of(post("worker-" + i)));
                } catch (StorageException e) {
                    // Its own work may fail; that of others must not.
                }
            }
        });
        worker.start();
        worker.join();

        store.posts().add(List.of(post("other")));
        store.close();
        store = open();
        assertThat(store.posts().find("other")).isPresent();
    }
}

package opsis.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
    /** By FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;
    private Blobs blobs;

    @BeforeEach
    void open() {
        blobs = new Blobs(folder);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aBlobLiesUnderItsOwnSha256AndComesBack() throws Exception {
        assertThat(blobs.put(ABC)).isEqualTo(SHA256_OF_ABC);
        assertThat(blobs.put(ABC)).isEqualTo(SHA256_OF_ABC);

        assertThat(blobs.read(SHA256_OF_ABC)).isEqualTo(ABC);
        assertThat(blobs.contains(SHA256_OF_ABC)).isTrue();
        assertThat(files()).containsExactly(folder.resolve("ba/78/" + SHA256_OF_ABC));
    }

    @Test
    void aMissingBlobIsNamedWithTheMend() {
        assertThat(blobs.contains(SHA256_OF_ABC)).isFalse();
        assertThatThrownBy(() -> blobs.read(SHA256_OF_ABC)).isInstanceOf(BlobException.class)
                .hasMessageContaining(SHA256_OF_ABC).hasMessageContaining("missing").hasMessageContaining("backup");
    }

    @Test
    void aDamagedBlobIsNeverGivenAndIsMendedByPuttingItAgain() throws Exception {
        blobs.put(ABC);
        Files.write(blobs.path(SHA256_OF_ABC), new byte[] {'a', 'b', 'd'});

        assertThatThrownBy(() -> blobs.read(SHA256_OF_ABC)).isInstanceOf(BlobException.class)
                .hasMessageContaining("damaged");
        blobs.put(ABC);
        assertThat(blobs.read(SHA256_OF_ABC)).isEqualTo(ABC);
    }

    @Test
    void namesThatAreNoSha256NeverReachTheDisk() {
        for (String name : List.of("", "../../etc/passwd", SHA256_OF_ABC.toUpperCase(Locale.ROOT),
                SHA256_OF_ABC + "0")) {
            assertThat(Blobs.isSha256(name)).isFalse();
            assertThatThrownBy(() -> blobs.path(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Blobs.isSha256(null)).isFalse();
    }

    @Test
    void writersOfTheSameContentDoNotDisturbOneAnother() throws Exception {
        byte[] picture = new byte[200_000];
        Callable<String> put = () -> blobs.put(picture);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<String> names = new ArrayList<>();
        try {
            for (Future<String> name : threads.invokeAll(Collections.nCopies(64, put))) {
                names.add(name.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names.stream().distinct()).hasSize(1);
        assertThat(blobs.read(names.get(0))).isEqualTo(picture);
        assertThat(files()).as("no temporary file is left").hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInWords() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new Blobs(file).put(ABC)).isInstanceOf(BlobException.class)
                .hasMessageContaining(SHA256_OF_ABC).hasMessageContaining("may be written");
    }
}

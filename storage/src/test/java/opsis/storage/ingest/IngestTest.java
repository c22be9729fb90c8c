package opsis.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import opsis.storage.Author;
import opsis.storage.Media;
import opsis.storage.Post;
import opsis.storage.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final Optional<Path> OGTD = Stream
            .iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(parent -> parent.resolve("shared/data/ogtd/train.tsv")).filter(Files::exists).findFirst();

    @TempDir
    Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.openFolder(folder.resolve("workspace"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private IngestResult ingest(byte[] bytes) {
        return new Ingest(store, IngestSettings.defaults()).ingest("test", new ByteArrayInputStream(bytes),
                ProgressListener.NONE);
    }

    private IngestResult ingest(String text) {
        return ingest(text.getBytes(StandardCharsets.UTF_8));
    }

    private Post post(String id) {
        return store.posts().find(id).orElseThrow();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aTableGivesEveryFieldThatItNames() {
        IngestResult result = ingest("""
                post_id,Content,url,author,name,lang,created_at,toxic,media,platform,unknown
                7,"Καλημέρα, ""φίλοι""\nδεύτερη γραμμή",https://example.org/7,@eleni,Ελένη,el,2026-03-01 12:00:00,1,\
                https://example.org/a.png; https://example.org/b.png,mastodon,x
                """);

        assertThat(result).isEqualTo(new IngestResult("test", 1, 1, 0, List.of(), 0));
        assertThat(post("7")).isEqualTo(new Post("7", "mastodon", "https://example.org/7",
                new Author("eleni", "Ελένη", null), "Καλημέρα, \"φίλοι\"\nδεύτερη γραμμή", "el",
                Instant.parse("2026-03-01T12:00:00Z"),
                List.of(new Media("photo", "https://example.org/a.png", null),
                        new Media("photo", "https://example.org/b.png", null)), null, null, "1"));
    }

    @Test
    void quotesInATsvAreOrdinaryCharacters() {
        IngestResult result = ingest("id\ttweet\tsubtask_a\r\n1\t\"Μια \"λέξη\tNOT\r\n2\tάλλη\"\tOFF\r\n");

        assertThat(result.added()).isEqualTo(2);
        assertThat(post("1").text()).isEqualTo("\"Μια \"λέξη");
        assertThat(post("2").label()).isEqualTo("OFF");
    }

    @Test
    void semicolonsSeparateTooAndPrefixAndPlatformAreAdded() {
        new Ingest(store, new IngestSettings("forum:", "forum")).ingest("test",
                new ByteArrayInputStream("id;text\n1;a,b\n".getBytes(StandardCharsets.UTF_8)), ProgressListener.NONE);

        assertThat(post("forum:1").text()).isEqualTo("a,b");
        assertThat(post("forum:1").platform()).isEqualTo("forum");
    }

    @Test
    void ingestingAgainChangesNothingAndAnotherTextNamesTheMend() {
        ingest("id,text\n1,ένα\n2,δύο\n");

        assertThat(ingest("id,text\n1,ένα\n2,δύο\n")).extracting(IngestResult::added, IngestResult::unchanged)
                .containsExactly(0L, 2L);
        IngestResult other = ingest("id,text\n1,ένα\n2,τρία\n");
        assertThat(other.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(3);
            assertThat(bad.mend()).contains("--prefix");
        });
        assertThat(post("2").text()).isEqualTo("δύο");
    }

    @Test
    void gzipAndByteOrderMarkAreKnownByTheirBytes() throws Exception {
        assertThat(ingest(gzip("\uFEFFid,text\n1,ένα\n")).added()).isOne();
        assertThat(ingest("\uFEFF{\"id\":\"2\",\"text\":\"δύο\"}\n").added()).isOne();
    }

    @Test
    void aGzipThatIsCutOffKeepsWhatCameBefore() throws Exception {
        StringBuilder table = new StringBuilder("id,text\n");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            table.append(i).append(",λέξη ").append(random.nextLong()).append('\n');
        }
        byte[] whole = gzip(table.toString());

        IngestResult result = ingest(Arrays.copyOf(whole, whole.length / 2));

        assertThat(result.added()).isGreaterThan(5_000).isEqualTo(store.posts().count());
        assertThat(result.bad()).singleElement().extracting(BadRecord::what).asString().contains("cut off");
    }

    @Test
    void badLinesAreNamedAndTheRestGoesIn() {
        byte[] greek = "1253,Ελλάδα\n".getBytes(Charset.forName("windows-1253"));
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        source.writeBytes("id,text,created_at,url\n1,ένα,,\n".getBytes(StandardCharsets.UTF_8));
        source.writeBytes(greek);
        source.writeBytes("""
                a b,κενό στο id,,
                ,χωρίς id,,
                2,δύο,χθες,
                3,τρία,,javascript:alert(1)
                4,τέσσερα
                5,,,
                6,"ανοιχτό,,
                7,επτά,,
                8,"σωστό ""έτσι\""",2026-03-01,
                9,"λά"θος,,
                10,δέκα\0,,
                11,ένδεκα,2026-03-01T12:00:00+02:00,
                """.getBytes(StandardCharsets.UTF_8));

        IngestResult result = ingest(source.toByteArray());

        assertThat(result.bad()).extracting(BadRecord::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 13L, 14L);
        assertThat(result.bad()).allSatisfy(bad -> assertThat(bad.mend()).isNotBlank());
        assertThat(result.read()).isEqualTo(result.added() + result.badCount());
        assertThat(store.posts().page(null, 9)).extracting(Post::id).containsExactlyInAnyOrder("1", "7", "8", "11");
        assertThat(post("11").createdAt()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void onlyTheFirstHundredBadRecordsAreKeptInWords() {
        IngestResult result = ingest("id,text\n" + "x y,α\n".repeat(250));

        assertThat(result.bad()).hasSize(100);
        assertThat(result.badCount()).isEqualTo(250);
    }

    @Test
    void aFileWithoutAHeaderIsOneBadRecordThatNamesTheColumns() {
        IngestResult result = ingest("number,words\n1,ένα\n2,δύο\n");

        assertThat(result.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.what()).contains("number, words");
            assertThat(bad.mend()).contains("id").contains("text");
        });
        assertThat(ingest("").bad()).extracting(BadRecord::what).containsExactly("the source is empty");
        assertThat(ingest(new byte[] {(byte) 0xff, (byte) 0xfe, 'i', 0}).bad()).extracting(BadRecord::what)
                .containsExactly("the line is not valid UTF-8");
    }

    @Test
    void anEndlessLineIsOneBadRecord() {
        IngestResult result = ingest("id\ttext\n1\t" + "α".repeat(5 << 20) + "\n2\tδύο\n3\t" + "α".repeat(100_001)
                + "\n4\t" + "α".repeat(100_000) + "\n");

        assertThat(result.bad()).extracting(BadRecord::line).containsExactly(2L, 4L);
        assertThat(result.added()).isEqualTo(2);
    }

    @Test
    void picturesBesideTheTableBecomeBlobs() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png",
                source.resolve("meme.png").toFile());
        Files.writeString(source.resolve("fake.png"), "no picture");
        Files.writeString(folder.resolve("secret.png"), "outside");
        Files.createSymbolicLink(source.resolve("link.png"), folder.resolve("secret.png"));
        Path table = source.resolve("posts.csv");
        Files.writeString(table, "id,text,media\n1,ένα,meme.png\n2,δύο,../secret.png\n3,τρία,link.png\n"
                + "4,τέσσερα,fake.png\n5,πέντε,missing.png\n6,έξι," + folder.resolve("secret.png") + "\n7,,meme.png\n");

        IngestResult result = new Ingest(store, IngestSettings.defaults()).ingest(table, ProgressListener.NONE);

        assertThat(result.bad()).extracting(BadRecord::line).containsExactly(3L, 4L, 5L, 6L, 7L);
        String blob = post("1").media().get(0).source();
        assertThat(blob).startsWith("blob:").isEqualTo(post("7").media().get(0).source());
        assertThat(store.blobs().read(blob.substring(5))).isEqualTo(Files.readAllBytes(source.resolve("meme.png")));
    }

    @Test
    void progressIsToldAndAMissingFileSaysSo() throws Exception {
        Path table = folder.resolve("posts.tsv");
        StringBuilder rows = new StringBuilder("id\ttext\n");
        for (int i = 0; i < 1200; i++) {
            rows.append(i).append("\tλέξη\n");
        }
        Files.writeString(table, rows);
        List<List<Long>> told = new ArrayList<>();
        new Ingest(store, IngestSettings.defaults()).ingest(table,
                (records, bytes) -> told.add(List.of(records, bytes)));

        assertThat(told).extracting(t -> t.get(0)).containsExactly(500L, 1000L, 1200L);
        assertThat(told.get(2).get(1)).isEqualTo(Files.size(table));
        assertThatThrownBy(() -> new Ingest(store, IngestSettings.defaults()).ingest(folder.resolve("none"),
                ProgressListener.NONE)).isInstanceOf(UncheckedIOException.class).hasMessageContaining("none");
    }

    @Test
    void theOffensiveGreekTweetsGoInWholeAndTheSecondTimeUnchanged() {
        Assumptions.assumeTrue(OGTD.isPresent(), "no shared/data/ogtd/train.tsv above this folder");
        Path source = OGTD.orElseThrow();
        Ingest ingest = new Ingest(store, new IngestSettings("ogtd:", "x"));

        assertThat(ingest.ingest(source, ProgressListener.NONE))
                .isEqualTo(new IngestResult(source.toString(), 8743, 8743, 0, List.of(), 0));
        assertThat(ingest.ingest(source, ProgressListener.NONE))
                .isEqualTo(new IngestResult(source.toString(), 8743, 0, 8743, List.of(), 0));
        assertThat(store.posts().count()).isEqualTo(8743);
        assertThat(store.posts().find("ogtd:1172")).map(Post::label).contains("OFF");
    }
}

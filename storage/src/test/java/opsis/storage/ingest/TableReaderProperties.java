package opsis.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opsis.storage.Post;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

class TableReaderProperties {
    /**
     * Bad whichever of them follow one another. An open quote that a later line happens to close at the end of a
     * field is not among them: the two lines are then one record by RFC 4180, and nobody can tell.
     */
    private static final List<String> BAD_LINES = List.of("x,\"άνοιξε", "y,\"λά\"θος", "χωρίς στήλες", "α β,id με κενό",
            "z,a,b,c", ",", "\"ανοιχτό id,κείμενο");

    /** Collects what a reader finds. */
    private static final class Found implements RecordSink {
        private final List<Post> posts = new ArrayList<>();
        private final List<Long> postLines = new ArrayList<>();
        private final List<Long> badLines = new ArrayList<>();

        @Override
        public void post(long line, Post post) {
            posts.add(post);
            postLines.add(line);
        }

        @Override
        public void bad(long line, String what, String mend) {
            badLines.add(line);
        }

        private List<String> texts() {
            return posts.stream().map(Post::text).toList();
        }
    }

    private static Found read(String source) throws IOException {
        Found found = new Found();
        new TableReader(IngestSettings.defaults(), new LocalPictures(null, null))
                .read(new Lines(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))), found);
        return found;
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<Character> awkward = Arbitraries.of('"', ',', '\n', '\r', ';', '\t', ' ', '\'', '\\', 'α', 'Ω', '#');
        Arbitrary<Character> any = Arbitraries.chars().filter(c -> c != 0 && !Character.isSurrogate(c));
        return Arbitraries.oneOf(awkward, awkward, any).list().ofMinSize(1).ofMaxSize(30)
                .map(characters -> {
                    StringBuilder text = new StringBuilder("κ");
                    characters.forEach(text::append);
                    return text.toString();
                }).list().ofMaxSize(12);
    }

    @Property(tries = 500)
    void whatCommonsCsvWritesComesBack(@ForAll("texts") List<String> texts, @ForAll boolean textFirst,
            @ForAll boolean lineFeedOnly) throws IOException {
        StringWriter csv = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator(lineFeedOnly ? "\n" : "\r\n").get();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            printer.printRecord(textFirst ? List.of("text", "id") : List.of("id", "text"));
            for (int i = 0; i < texts.size(); i++) {
                String id = "p" + i;
                printer.printRecord(textFirst ? List.of(texts.get(i), id) : List.of(id, texts.get(i)));
            }
        }

        Found found = read(csv.toString());

        assertThat(found.badLines).isEmpty();
        assertThat(found.texts()).isEqualTo(texts);
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, BAD_LINES.size() * 2).list().ofMaxSize(20);
    }

    @Property(tries = 500)
    void badRecordsInRandomPlacesNeverLoseGoodOnes(@ForAll("places") List<Integer> kinds) throws IOException {
        StringBuilder source = new StringBuilder("id,text\n");
        List<String> good = new ArrayList<>();
        List<Long> goodLines = new ArrayList<>();
        List<Long> badLines = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) < BAD_LINES.size()) {
                badLines.add(i + 2L);
                source.append(BAD_LINES.get(kinds.get(i))).append('\n');
            } else {
                good.add("καλό " + i);
                goodLines.add(i + 2L);
                source.append('p').append(i).append(",καλό ").append(i).append('\n');
            }
        }

        Found found = read(source.toString());

        assertThat(found.texts()).isEqualTo(good);
        assertThat(found.postLines).isEqualTo(goodLines);
        assertThat(found.badLines).isEqualTo(badLines);
    }
}

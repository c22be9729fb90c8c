package opsis.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import opsis.storage.Author;
import opsis.storage.Counters;
import opsis.storage.LinkCard;
import opsis.storage.Media;
import opsis.storage.Post;
import opsis.storage.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XTweetsTest {
    private static final String PAGE = """
            {"data":[{"id":"1700000000000000001","author_id":"11","lang":"el","created_at":"2026-02-03T04:05:06.000Z",
              "text":"Ψωμί &amp; τυρί &lt;3 &amp;lt; https://t.co/x",
              "public_metrics":{"retweet_count":2,"reply_count":1,"like_count":30,"quote_count":0},
              "attachments":{"media_keys":["3_1","7_2","16_3","9_missing"]},
              "entities":{"urls":[{"url":"https://t.co/y","expanded_url":"https://x.com/p/photo/1"},
                {"url":"https://t.co/x","expanded_url":"https://www.example.org/a?b=1","title":"Τίτλος &amp; άλλα",
                 "description":"Περιγραφή","images":[{"url":"https://example.org/i.jpg","width":100}]}]}},
             {"id":"1700000000000000002","author_id":"12","text":"κομμένο…",
              "note_tweet":{"text":"ολόκληρο το μακρύ κείμενο"}},
             {"id":"1700000000000000003","author_id":"99","text":"άγνωστος"}],
             "includes":{"users":[{"id":"11","username":"eleni_k","name":"Ελένη",
                "profile_image_url":"https://pbs.example.org/e.jpg"},
               {"id":"12","username":"nikos","name":"Νίκος","profile_image_url":"javascript:alert(1)"}],
              "media":[{"media_key":"3_1","type":"photo","url":"https://pbs.example.org/1.jpg","alt_text":"θάλασσα"},
               {"media_key":"7_2","type":"video","preview_image_url":"https://pbs.example.org/2.jpg"},
               {"media_key":"16_3","type":"animated_gif","preview_image_url":"https://pbs.example.org/3.jpg"}],
              "tweets":[{"id":"42","text":"referenced, not asked for"}]},
             "meta":{"result_count":3}}""";

    @TempDir
    Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.openFolder(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private IngestResult ingest(String text) {
        return new Ingest(store, IngestSettings.defaults()).ingest("test",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ProgressListener.NONE);
    }

    private Post post(String id) {
        return store.posts().find(id).orElseThrow();
    }

    private void thePageIsStored() {
        assertThat(store.posts().count()).isEqualTo(3);
        assertThat(post("1700000000000000001")).isEqualTo(new Post("1700000000000000001", "x",
                "https://x.com/eleni_k/status/1700000000000000001",
                new Author("eleni_k", "Ελένη", "https://pbs.example.org/e.jpg"),
                "Ψωμί & τυρί <3 &lt; https://t.co/x", "el", Instant.parse("2026-02-03T04:05:06Z"),
                List.of(new Media("photo", "https://pbs.example.org/1.jpg", "θάλασσα"),
                        new Media("video", "https://pbs.example.org/2.jpg", null),
                        new Media("gif", "https://pbs.example.org/3.jpg", null)),
                new LinkCard("https://www.example.org/a?b=1", "Τίτλος & άλλα", "Περιγραφή",
                        "https://example.org/i.jpg", "example.org"),
                new Counters(1L, 2L, 30L), null));
        assertThat(post("1700000000000000002").text()).isEqualTo("ολόκληρο το μακρύ κείμενο");
        assertThat(post("1700000000000000002").author()).isEqualTo(new Author("nikos", "Νίκος", null));
        assertThat(post("1700000000000000003").url()).isEqualTo("https://x.com/i/status/1700000000000000003");
        assertThat(post("1700000000000000003").author()).isNull();
    }

    @Test
    void aPageOnOneLineGivesItsTweetsWithUsersAndMedia() {
        assertThat(ingest(PAGE.replace("\n", "") + "\n").added()).isEqualTo(3);
        thePageIsStored();
    }

    @Test
    void aPageOverManyLinesOrInAnArrayGivesTheSame() {
        assertThat(ingest("[\n" + PAGE + "\n]").added()).isEqualTo(3);
        assertThat(ingest("{\n" + PAGE.substring(1)).unchanged()).isEqualTo(3);
        assertThat(ingest("[" + PAGE.replace("\n", "") + "," + PAGE.replace("\n", "") + "]").unchanged()).isEqualTo(6);
        thePageIsStored();
    }

    @Test
    void aFlattenedTweetCarriesItsAuthorAndMedia() {
        ingest("""
                {"id":"5","text":"ένα","author":{"id":"11","username":"eleni_k","name":"Ελένη"},"author_id":"11",\
                "attachments":{"media_keys":["3_1"],"media":[{"type":"photo","url":"https://pbs.example.org/1.jpg"}]}}
                {"data":{"id":"6","author_id":"1","text":"από ροή"},"includes":{"users":[{"id":"1","username":"a"}]}}
                """);

        assertThat(post("5").author()).isEqualTo(new Author("eleni_k", "Ελένη", null));
        assertThat(post("5").media()).containsExactly(new Media("photo", "https://pbs.example.org/1.jpg", null));
        assertThat(post("6").url()).isEqualTo("https://x.com/a/status/6");
    }

    @Test
    void malformedLinesAreNamedAndTheRestGoesIn() {
        IngestResult result = ingest("""
                {"id":"1","text":"καλό"}
                {"id":"2","text":"μισό
                not json
                {"id":"3","text":"δύο σε μία"}{"id":"4","text":"δεύτερο"}
                {"a":1}
                [1,2]
                {"errors":[{"title":"Not Found Error"}]}
                {"meta":{"result_count":0}}
                {"id":"bad id","text":"κενό"}
                {"id":"5","text":""}
                {"id":"6","text":"\\ud83d μισό ζεύγος"}
                {"data":[{"id":"7","text":"καλό"},{"id":"","text":"χωρίς"},17,null]}

                {"id":8,"text":"αριθμός"}
                {"id":"9","text":"\\u0000"}
                {"id":"10","text":"όλα null","author":null,"attachments":null,"entities":null,"lang":null}
                """ + "[".repeat(100_000) + "\n{\"id\":\"11\",\"text\":\"τελευταίο\"}");

        assertThat(result.bad()).extracting(BadRecord::line)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 9L, 10L, 12L, 12L, 12L, 15L, 17L);
        assertThat(store.posts().page(null, 20)).extracting(Post::id)
                .containsExactlyInAnyOrder("1", "6", "7", "8", "10", "11");
        assertThat(post("6").text()).isEqualTo("\uFFFD μισό ζεύγος");
        assertThat(post("10").language()).isNull();
    }

    @Test
    void postsOfAnotherSiteInTheApisFormGetNoAddressOnX() {
        new Ingest(store, new IngestSettings("", "plateia")).ingest("test",
                new ByteArrayInputStream(PAGE.replace("\n", "").getBytes(StandardCharsets.UTF_8)),
                ProgressListener.NONE);

        assertThat(post("1700000000000000001").platform()).isEqualTo("plateia");
        assertThat(post("1700000000000000001").url()).isNull();
    }
}

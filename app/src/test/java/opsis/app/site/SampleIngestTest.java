package opsis.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import opsis.storage.Post;
import opsis.storage.Store;
import opsis.storage.ingest.Ingest;
import opsis.storage.ingest.IngestResult;
import opsis.storage.ingest.IngestSettings;
import opsis.storage.ingest.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house's own reader takes the sample posts as what they claim to be. */
class SampleIngestTest {

    @Test
    void everySamplePostGoesInWithItsWordsAuthorAndPictures(@TempDir Path folder) {
        try (SampleSite site = SampleSite.start(SampleSiteSettings.defaults(), Clock.systemUTC());
             Store store = Store.openFolder(folder.resolve("workspace"), Clock.systemUTC())) {
            Path file = site.writePosts(folder.resolve("inbox"));
            Ingest ingest = new Ingest(store, IngestSettings.defaults());

            IngestResult result = ingest.ingest(file, ProgressListener.NONE);

            assertThat(result.bad()).isEmpty();
            assertThat(result.added()).isEqualTo(SampleNetwork.load().posts().size());
            for (SamplePost sample : SampleNetwork.load().posts()) {
                Post post = store.posts().find(sample.id()).orElseThrow();
                assertThat(post.text()).isEqualTo(sample.text());
                assertThat(post.author().handle()).isEqualTo(sample.author());
                assertThat(post.author().avatar()).startsWith(site.base().toString());
                assertThat(post.createdAt()).isEqualTo(sample.createdAt());
                assertThat(post.media()).hasSize(sample.media() == null ? 0 : 1);
                assertThat(post.linkCard() == null).isEqualTo(sample.link() == null);
                assertThat(post.counters().likes()).isEqualTo(sample.counter(2, 42));
            }
        }
    }
}

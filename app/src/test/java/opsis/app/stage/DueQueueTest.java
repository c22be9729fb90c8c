package opsis.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import opsis.app.SettableClock;
import opsis.storage.CaptureAttempt;
import opsis.storage.Post;
import opsis.storage.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueQueueTest {

    @TempDir
    private Path folder;
    private Store store;
    private final SettableClock clock = new SettableClock();

    @BeforeEach
    void openStore() {
        store = Store.openFolder(folder, clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void add(int count) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            posts.add(new Post("p" + i, "test", null, null, "κείμενο " + i, "el", null, List.of(), null, null, null));
        }
        store.posts().add(posts);
    }

    private DueQueue queue(int limit) {
        return new DueQueue(store.captures(), "card", limit, clock);
    }

    private void record(Post post, int number, Instant next) {
        store.captures().record(new CaptureAttempt(post.id(), "card", number, "TIMEOUT", "slow", null, null, null, 0,
                "test", clock.instant(), Duration.ofSeconds(1), next));
    }

    private static List<String> drain(DueQueue queue) {
        List<String> ids = new ArrayList<>();
        for (Optional<Post> post = queue.take(); post.isPresent(); post = queue.take()) {
            ids.add(post.get().id());
        }
        return ids;
    }

    @Test
    void everyDuePostIsHandedOutOnceEvenBeforeItsResultIsStored() {
        add(450);

        assertThat(drain(queue(Integer.MAX_VALUE))).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void noMorePostsAreHandedOutThanTheLimit() {
        add(30);

        assertThat(drain(queue(7))).hasSize(7);
    }

    @Test
    void aPostThatMayBeTriedAgainWaitsForItsTimeAndDoesNotCountAgainstTheLimit() {
        add(3);
        DueQueue queue = queue(1);
        Post post = queue.take().orElseThrow();
        Instant next = clock.instant().plusSeconds(10);
        record(post, 1, next);
        queue.retry(post, next);

        assertThat(queue.take()).isEmpty();
        assertThat(queue.nextRetry()).contains(next);
        clock.advance(Duration.ofSeconds(10));
        assertThat(queue.take()).map(Post::id).contains(post.id());
    }

    @Test
    void freshPostsComeBeforeThoseThatFailed() {
        add(3);
        DueQueue queue = queue(Integer.MAX_VALUE);
        Post first = queue.take().orElseThrow();
        record(first, 1, clock.instant());
        queue.retry(first, clock.instant());

        List<String> rest = drain(queue);

        assertThat(rest).hasSize(3).endsWith(first.id()).doesNotHaveDuplicates();
    }

    @Test
    void whatAnEarlierRunLeftIsTakenUp() {
        add(2);
        Post left = queue(1).take().orElseThrow();
        record(left, 1, clock.instant().plusSeconds(5));
        clock.advance(Duration.ofSeconds(6));

        assertThat(drain(queue(Integer.MAX_VALUE))).hasSize(2).contains(left.id());
    }
}

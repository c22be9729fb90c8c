package opsis.storage;

import static opsis.storage.Samples.NOON;
import static opsis.storage.Samples.OTHER_PICTURE;
import static opsis.storage.Samples.PICTURE;
import static opsis.storage.Samples.captured;
import static opsis.storage.Samples.failed;
import static opsis.storage.Samples.fullPost;
import static opsis.storage.Samples.post;
import static opsis.storage.Samples.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every database must hold; one subclass a database. */
abstract class AbstractStoreTest {
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Instant LATER = NOON.plusSeconds(3600);

    @TempDir
    Path folder;
    Store store;

    /** Opens the same empty database at each call of one test. */
    abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    private void add(String... ids) {
        for (String id : ids) {
            store.posts().add(List.of(post(id)));
        }
    }

    private static List<String> ids(List<Post> posts) {
        return posts.stream().map(Post::id).toList();
    }

    @Test
    void aPostComesBackAsItWasAdded() {
        store.posts().add(List.of(fullPost("7"), post("8")));

        assertThat(store.posts().find("7")).contains(fullPost("7"));
        assertThat(store.posts().find("8")).contains(post("8"));
        assertThat(store.posts().find("9")).isEmpty();
    }

    @Test
    void everythingIsThereAfterClosingAndOpeningAgain() {
        add("1");
        store.captures().record(captured("1", "card", 1, PICTURE));
        store.close();
        store = open();

        assertThat(store.posts().count()).isOne();
        assertThat(store.captures().newest("1")).map(StoredCapture::pictureSha256).contains(PICTURE);
    }

    @Test
    void addingAgainChangesNothingAndAnotherTextIsAConflict() {
        store.posts().add(List.of(fullPost("1")));

        AddResult again = store.posts().add(List.of(fullPost("1"), post("2"), post("1", "άλλο"), post("2"),
                post("2", "άλλο")));

        assertThat(again.outcomes()).containsExactly(AddOutcome.UNCHANGED, AddOutcome.ADDED, AddOutcome.CONFLICT,
                AddOutcome.UNCHANGED, AddOutcome.CONFLICT);
        assertThat(again.count(AddOutcome.CONFLICT)).isEqualTo(2);
        assertThat(store.posts().find("1")).contains(fullPost("1"));
        assertThat(store.posts().count()).isEqualTo(2);
    }

    @Test
    void pagesAndForEachGiveEveryPostOnce() {
        List<Post> posts = IntStream.range(0, 1203).mapToObj(i -> post("p" + i)).toList();
        store.posts().add(posts);
        List<String> all = new ArrayList<>();
        store.posts().forEach(post -> all.add(post.id()));

        assertThat(all).hasSize(1203).doesNotHaveDuplicates();
        assertThat(ids(store.posts().page(null, 3))).isEqualTo(all.subList(0, 3));
        assertThat(ids(store.posts().page(all.get(2), 3))).isEqualTo(all.subList(3, 6));
        assertThat(store.posts().page(all.get(1202), 3)).isEmpty();
    }

    @Test
    void freshPostsAreDueInTheOrderInWhichTheyCame() {
        add("c", "a", "b");

        assertThat(ids(store.captures().due("card", NOON, 2))).containsExactly("c", "a");
        assertThat(store.captures().countDue("card", NOON)).isEqualTo(3);
        add("0");
        assertThat(ids(store.captures().due("card", NOON, 9))).containsExactly("c", "a", "b", "0");
    }

    @Test
    void whatIsTriedAgainComesAfterFreshPostsSoonestFirst() {
        add("a", "b", "c", "d");
        store.captures().record(failed("a", "live", 1, "TIMEOUT", NOON.plusSeconds(20)));
        store.captures().record(failed("b", "live", 1, "TIMEOUT", NOON.plusSeconds(10)));
        store.captures().record(failed("c", "live", 1, "TIMEOUT", LATER));

        assertThat(ids(store.captures().due("live", NOON.plusSeconds(30), 9))).containsExactly("d", "b", "a");
        assertThat(store.captures().nextDue("live")).contains(Instant.EPOCH);
        store.captures().record(captured("d", "live", 1, PICTURE));
        assertThat(store.captures().nextDue("live")).contains(NOON.plusSeconds(10));
    }

    @Test
    void aDeletedPostIsNeverTriedAgain() {
        add("a");
        store.captures().record(failed("a", "live", 1, "DELETED", null));

        assertThat(store.captures().due("live", NOON.plusSeconds(1L << 33), 9)).isEmpty();
        assertThat(store.captures().nextDue("live")).isEmpty();
        assertThat(ids(store.captures().due("card", NOON, 9))).as("another profile").containsExactly("a");
    }

    @Test
    void retryMakesOneOutcomeDueNow() {
        add("a", "b");
        store.captures().record(failed("a", "live", 1, "DELETED", null));
        store.captures().record(failed("b", "live", 1, "PROTECTED", null));

        assertThat(store.captures().retry("live", "DELETED", NOON)).isOne();

        assertThat(ids(store.captures().due("live", NOON, 9))).containsExactly("a");
        assertThat(store.captures().latest("a", "live")).map(CaptureAttempt::nextAttemptAt).contains(NOON);
    }

    @Test
    void everyAttemptIsKeptAndTheNewestPictureFound() {
        add("a");
        CaptureAttempt first = failed("a", "live", 1, "RATE_LIMITED", LATER);
        CaptureAttempt second = captured("a", "live", 2, PICTURE);
        CaptureAttempt card = captured("a", "card", 1, OTHER_PICTURE);
        for (CaptureAttempt attempt : List.of(first, second, card)) {
            store.captures().record(attempt);
        }
        store.captures().record(failed("a", "live", 3, "DELETED", null));

        assertThat(store.captures().history("a")).hasSize(4).startsWith(first, second, card);
        assertThat(store.captures().attempts("a", "live")).isEqualTo(3);
        assertThat(store.captures().attempts("a", "night")).isZero();
        assertThat(store.captures().newest("a")).contains(new StoredCapture("a", "card", OTHER_PICTURE,
                card.layoutJson(), card.startedAt().plus(card.took())));
    }

    @Test
    void outcomesCountTheLatestAttemptOfEachPost() {
        add("a", "b", "c", "d");
        store.captures().due("live", NOON, 1);
        store.captures().record(failed("a", "live", 1, "TIMEOUT", NOON));
        store.captures().record(captured("a", "live", 2, PICTURE));
        store.captures().record(failed("b", "live", 1, "TIMEOUT", NOON));
        store.captures().record(failed("c", "live", 1, "DELETED", null));

        assertThat(store.captures().outcomes("live")).containsOnly(
                Map.entry("CAPTURED", 1L), Map.entry("DELETED", 1L),
                Map.entry("TIMEOUT", 1L));
        assertThat(store.captures().unfinished("live", 9)).extracting(CaptureAttempt::postId)
                .containsExactly("b", "c");
    }

    @Test
    void aNightCountsOnlyWhatWasAttemptedSinceItBegan() {
        add("a", "b", "c");
        assertThat(store.captures().latestProfile()).isEmpty();
        store.captures().record(failed("a", "live", 1, "TIMEOUT", NOON));
        store.captures().record(captured("b", "live", 5, PICTURE));

        assertThat(store.captures().outcomes("live", NOON.plusSeconds(3))).containsOnly(Map.entry("CAPTURED", 1L));
        assertThat(store.captures().countUntried("live")).isOne();
        assertThat(store.captures().latestProfile()).contains("live");
    }

    @Test
    void aNightShowsOnlyWhatWasScoredSinceItBegan() {
        add("a", "b", "c");
        store.predictions().save(List.of(prediction("a", "m", null, 0.9), prediction("b", "m", null, 0.6),
                new Prediction("c", "m", null, 0.8, null, null, 0.5, NOON.plusSeconds(60))));
        Instant since = NOON.plusSeconds(30);

        assertThat(store.predictions().top("m", since, 9)).extracting(Prediction::postId).containsExactly("c");
        assertThat(store.predictions().mostUncertain("m", since, 9)).extracting(Prediction::postId)
                .containsExactly("c");
        assertThat(store.predictions().count("m", since)).isOne();
        assertThat(store.predictions().countOver("m", since)).isOne();
        assertThat(store.predictions().histogram("m", since, 2)).containsExactly(0, 1);
        assertThat(store.explanations().count("m", since)).isZero();
    }

    @Test
    void anAttemptOfAnUnknownPostOrANumberTwiceIsRefusedInWords() {
        add("a");
        store.captures().record(failed("a", "live", 1, "TIMEOUT", NOON));

        assertThatThrownBy(() -> store.captures().record(failed("nobody", "live", 1, "TIMEOUT", NOON)))
                .isInstanceOf(StorageException.class).hasMessageContaining("nobody")
                .hasMessageContaining("add the post first");
        assertThatThrownBy(() -> store.captures().record(failed("a", "live", 1, "DELETED", null)))
                .isInstanceOf(StorageException.class).hasMessageContaining("recorded already");
        assertThat(store.captures().latest("a", "live")).map(CaptureAttempt::outcome).contains("TIMEOUT");
        assertThat(store.captures().history("a")).hasSize(1);
    }

    @Test
    void aPictureIsScoredOnceByEachModelAndAgainWhenItChanges() {
        add("a", "b");
        store.captures().record(captured("a", "live", 1, PICTURE));
        assertThat(ids(store.predictions().unclassified("m1", false, 9))).containsExactly("a");

        store.predictions().save(List.of(prediction("a", "m1", PICTURE, 0.9)));
        assertThat(store.predictions().unclassified("m1", false, 9)).isEmpty();
        assertThat(ids(store.predictions().unclassified("m2", false, 9))).containsExactly("a");

        store.captures().record(captured("a", "live", 2, PICTURE));
        assertThat(store.predictions().unclassified("m1", false, 9)).as("the same picture").isEmpty();
        store.captures().record(captured("a", "live", 3, OTHER_PICTURE));
        assertThat(ids(store.predictions().unclassified("m1", false, 9))).containsExactly("a");
        store.predictions().save(List.of(prediction("a", "m1", PICTURE, 0.8)));
        assertThat(store.predictions().countUnclassified("m1", false)).as("an old picture's score").isOne();
    }

    @Test
    void wordsAloneAreScoredUntilAPictureComes() {
        add("a", "b");
        store.captures().record(captured("b", "live", 1, PICTURE));
        assertThat(ids(store.predictions().unclassified("m", true, 9))).containsExactly("a", "b");
        assertThat(store.predictions().countUnclassified("m", true)).isEqualTo(2);

        store.predictions().save(List.of(prediction("a", "m", null, 0.9)));
        assertThat(ids(store.predictions().unclassified("m", true, 9))).containsExactly("b");
        store.captures().record(captured("a", "live", 1, PICTURE));
        assertThat(ids(store.predictions().unclassified("m", true, 9))).containsExactly("a", "b");
    }

    @Test
    void onlyTheNewestPredictionOfAPostIsLookedAt() {
        add("a", "b", "c", "d");
        store.predictions().save(List.of(prediction("a", "m", null, 0.95)));
        Prediction newestOfA = new Prediction("a", "m", PICTURE, 0.2, null, 0.1, 0.5, NOON);
        store.predictions().save(List.of(newestOfA, prediction("b", "m", null, 0.5), prediction("c", "m", null, 1),
                prediction("d", "other", null, 0.7)));

        assertThat(store.predictions().newest("a", "m")).contains(newestOfA);
        assertThat(store.predictions().top("m", 2)).extracting(Prediction::postId).containsExactly("c", "b");
        assertThat(store.predictions().mostUncertain("m", 2)).extracting(Prediction::postId)
                .containsExactly("b", "a");
        assertThat(store.predictions().all("m")).extracting(Prediction::postId).containsExactly("a", "b", "c");
        assertThat(store.predictions().count("m")).isEqualTo(3);
        assertThat(store.predictions().countOver("m")).isEqualTo(2);
        assertThat(store.predictions().histogram("m", 4)).containsExactly(1, 0, 1, 1);
    }

    @Test
    void savingAPredictionAgainReplacesItAndAnUnknownPostStoresNone() {
        add("a");
        store.predictions().save(List.of(prediction("a", "m", null, 0.1), prediction("a", "m", null, 0.3)));

        assertThat(store.predictions().all("m")).containsExactly(prediction("a", "m", null, 0.3));
        assertThatThrownBy(() -> store.predictions().save(List.of(prediction("a", "m", null, 0.9),
                prediction("nobody", "m", null, 0.9)))).hasMessageContaining("add the post first");
        assertThat(store.predictions().all("m")).containsExactly(prediction("a", "m", null, 0.3));
    }

    @Test
    void explanationsAreFoundReplacedAndListedNewestFirst() {
        add("a", "b");
        String big = "{\"words\":\"" + "λέξη ".repeat(500_000) + "\"}";
        StoredExplanation words = new StoredExplanation("a", "m", null, "lime-words", 42, 1000, big, null, NOON);
        StoredExplanation regions = new StoredExplanation("b", "m", PICTURE, "lime-regions", -1, 500, "{}",
                OTHER_PICTURE, LATER);
        store.explanations().save(new StoredExplanation("a", "m", null, "lime-words", 1, 1, "{}", PICTURE, NOON));
        store.explanations().save(words);
        store.explanations().save(regions);

        assertThat(store.explanations().find("a", "m", "lime-words")).contains(words);
        assertThat(store.explanations().recent("m", 9)).containsExactly(regions, words);
        assertThat(store.explanations().exists("b", "m", "lime-regions", PICTURE)).isTrue();
        assertThat(store.explanations().exists("b", "m", "lime-regions", null)).isFalse();
    }

    @Test
    void aRunThatWasLeftIsFoundAndItsStagesGoOn() {
        Run run = store.runs().start("nightly");
        store.runs().startStage(run.id(), "ingest");
        store.runs().finishStage(run.id(), "ingest", RunState.DONE, "{\"added\":3}");
        store.runs().startStage(run.id(), "capture");
        store.close();
        store = open();

        assertThat(store.runs().unfinished("nightly")).contains(run);
        store.runs().startStage(run.id(), "capture");
        assertThat(store.runs().stages(run.id())).extracting(StageRun::stage, StageRun::state)
                .containsExactly(tuple("ingest", RunState.DONE),
                        tuple("capture", RunState.RUNNING));
        Run finished = store.runs().finish(run.id(), RunState.PARTLY, "{}");
        assertThat(finished).isEqualTo(new Run(run.id(), "nightly", NOON, NOON, RunState.PARTLY, "{}"));
        assertThat(store.runs().unfinished("nightly")).isEmpty();
        assertThat(store.runs().recent(9)).containsExactly(finished);
    }

    @Test
    void writersAtOnceLoseNothing() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            int writer = w;
            writers.add(() -> {
                for (int i = 0; i < 10; i++) {
                    // Every post is added by two writers; one of them captures and scores it.
                    String id = (writer / 2) + "-" + i;
                    store.posts().add(List.of(post(id), post("shared")));
                    store.captures().due("card", NOON, 5);
                    store.predictions().unclassified("m", true, 5);
                    if (writer % 2 == 0) {
                        store.captures().record(captured(id, "card", 1, PICTURE));
                        store.predictions().save(List.of(prediction(id, "m", PICTURE, 0.5)));
                    }
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (Future<Void> future : threads.invokeAll(writers)) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(store.posts().count()).isEqualTo(31);
        assertThat(store.captures().outcomes("card")).containsEntry("CAPTURED", 30L);
        assertThat(ids(store.captures().due("card", NOON, 99))).containsExactly("shared");
        assertThat(ids(store.predictions().unclassified("m", true, 99))).containsExactly("shared");
        assertThat(store.predictions().count("m")).isEqualTo(30);
    }

    @Test
    void theTablesOfTheScheduleAreThere() throws Exception {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = store.dataSource().getConnection();
                ResultSet all = connection.getMetaData().getTables(null, connection.getSchema(), null, null)) {
            while (all.next()) {
                tables.add(all.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        assertThat(tables).contains("qrtz_job_details", "qrtz_triggers", "qrtz_simple_triggers",
                "qrtz_cron_triggers", "qrtz_simprop_triggers", "qrtz_blob_triggers", "qrtz_calendars",
                "qrtz_paused_trigger_grps", "qrtz_fired_triggers", "qrtz_scheduler_state", "qrtz_locks");
    }
}

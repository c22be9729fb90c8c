package opsis.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opsis.app.SettableClock;
import opsis.capture.Box;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.Outcome;
import opsis.capture.profile.PageProfiles;
import opsis.capture.worker.BrowserMissingException;
import opsis.capture.worker.CaptureWorkers;
import opsis.capture.worker.WorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real browsers on the sample site: what a capture finds is what the site promises. */
class SampleSiteCaptureTest {

    private static final SampleSiteSettings PLENTY = new SampleSiteSettings(0, 42, 1_000, Duration.ofSeconds(2),
            Duration.ofMillis(150), Duration.ofMillis(300), Duration.ofMillis(60));
    private static final int BROWSERS = 2;

    private static CaptureWorkers workers;

    @BeforeAll
    static void startBrowsers() {
        try {
            workers = CaptureWorkers.start(WorkerSettings.defaults().withBrowsers(BROWSERS),
                    PageProfiles.named("sample"), Clock.systemUTC());
        } catch (BrowserMissingException e) {
            Assumptions.abort("no Chrome or Chromium on this machine: " + e.getMessage());
        }
    }

    @AfterAll
    static void stopBrowsers() {
        if (workers != null) {
            workers.close();
        }
    }

    @Test
    void everyKindOfPostEndsWithTheOutcomeThatTheSiteExpects() throws Exception {
        SettableClock clock = new SettableClock();
        try (SampleSite site = SampleSite.start(PLENTY, clock)) {
            Map<String, String> expected = unusualPosts().collect(Collectors.toMap(SamplePost::id,
                    post -> site.expectations().outcome(post.id()), (one, other) -> one, TreeMap::new));
            String dropped = idOf(SampleState.DROPPED_AT_FIRST);
            expected.put(dropped, "NETWORK_ERROR");

            assertThat(outcomes(site, expected.keySet())).isEqualTo(expected);
            clock.advance(Duration.ofSeconds(1));
            assertThat(capture(site, dropped).outcome()).as("the second visit").isEqualTo(Outcome.CAPTURED);
        }
    }

    @Test
    void aCaptureKnowsWhereThePartsOfThePostAre() {
        try (SampleSite site = SampleSite.start(PLENTY, Clock.systemUTC())) {
            SamplePost post = SampleNetwork.load().posts().get(0);

            Capture capture = capture(site, post.id());

            assertThat(capture.layout().boxes()).extracting(Box::kind).contains(Box.Kind.AVATAR,
                    Box.Kind.DISPLAY_NAME, Box.Kind.HANDLE, Box.Kind.WORD, Box.Kind.MEDIA, Box.Kind.COUNTERS);
            assertThat(capture.layout().boxes()).allMatch(box -> box.y() + box.height() <= 600, "all in the picture");
        }
    }

    @Test
    void aRefusedVisitSaysWhenToComeAgain() {
        SampleSiteSettings one = new SampleSiteSettings(0, 42, 1, Duration.ofSeconds(30),
                Duration.ofMillis(150), Duration.ofMillis(300), Duration.ofMillis(60));
        try (SampleSite site = SampleSite.start(one, Clock.systemUTC())) {
            String id = SampleNetwork.load().posts().get(0).id();
            assertThat(capture(site, id).outcome()).isEqualTo(Outcome.CAPTURED);

            for (int visit = 0; visit < 2; visit++) {
                Capture refused = capture(site, id);
                assertThat(refused.outcome()).isEqualTo(Outcome.RATE_LIMITED);
                assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(31));
            }
        }
    }

    /** Posts that are not plainly shown words: the demo captures them all, here the kinds are enough. */
    private static Stream<SamplePost> unusualPosts() {
        return SampleNetwork.load().posts().stream().filter(post -> post.state() != SampleState.SHOWN
                || post.link() != null || post.text().isEmpty() || post.text().length() > 300);
    }

    private static Map<String, String> outcomes(SampleSite site, Set<String> ids) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(BROWSERS);
        try {
            List<Future<Capture>> captures = new ArrayList<>();
            for (String id : ids) {
                captures.add(executor.submit(() -> capture(site, id)));
            }
            Map<String, String> outcomes = new TreeMap<>();
            for (Future<Capture> capture : captures) {
                outcomes.put(capture.get().postId(), capture.get().outcome().name());
            }
            return outcomes;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Capture capture(SampleSite site, String id) {
        return workers.capture(new CaptureRequest(id, site.address(id)));
    }

    private static String idOf(SampleState state) {
        return SampleNetwork.load().posts().stream().filter(post -> post.state() == state).findFirst()
                .orElseThrow().id();
    }
}

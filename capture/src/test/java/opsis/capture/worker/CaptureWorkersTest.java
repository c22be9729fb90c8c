package opsis.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import opsis.capture.Box;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.Outcome;
import opsis.capture.profile.PageProfile;
import opsis.capture.profile.PageProfiles;
import opsis.capture.profile.ProfileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(90)
class CaptureWorkersTest {
  @TempDir
  static Path folder;
  private static PageProfile profile;
  private static FaultSite site;
  private static CaptureWorkers workers;
  /** For what is never ready; on a busy machine the others need more time than these should wait. */
  private static CaptureWorkers impatient;

  @BeforeAll
  static void open() throws IOException {
    profile = Browsers.profile(folder, yaml -> yaml);
    workers = Browsers.start(new WorkerSettings(2, null, null, 1000, Duration.ofSeconds(10), "Opsis-test"), profile);
    impatient = Browsers.start(WorkerSettings.defaults().withBrowsers(1), Browsers.profile(folder, yaml -> yaml.replace("12s", "3s")));
    site = new FaultSite();
  }

  @AfterAll
  static void close() throws IOException {
    if (site != null) site.close();
    if (workers != null) workers.close();
    if (impatient != null) impatient.close();
  }

  private static Capture capture(String path) {
    return capture(site.at(path));
  }

  private static Capture capture(URI address) {
    return workers.capture(new CaptureRequest("p", address));
  }

  private static List<String> words(Capture capture) {
    return capture.layout().of(Box.Kind.WORD).stream().map(Box::text).toList();
  }

  @Test
  void aPostThatItsScriptFillsIsCapturedWithItsLayout() {
    Capture capture = capture("/post/1");
    assertThat(capture.outcome()).as(capture.reason()).isEqualTo(Outcome.CAPTURED);
    assertThat(PictureCheck.of(capture.picture(), capture.layout()).exactSize()).isTrue();
    assertThat(words(capture)).containsExactly("Καλημέρα", "σε", "όλους", "θάλασσα", "eleni");
    assertThat(capture.layout().of(Box.Kind.WORD)).extracting(Box::index).containsExactly(0, 1, 2, 3, 4);
    assertThat(capture.layout().of(Box.Kind.MEDIA)).singleElement().satisfies(box -> {
      assertThat(box.width()).isEqualTo(300);
      assertThat(box.height()).isEqualTo(200);
    });
    assertThat(capture.layout().boxes()).extracting(Box::kind).contains(Box.Kind.AVATAR, Box.Kind.DISPLAY_NAME, Box.Kind.HANDLE, Box.Kind.COUNTERS);
    assertThat(capture.httpStatus()).isEqualTo(200);
    assertThat(capture.finalUrl()).isEqualTo(site.at("/post/1"));
    assertThat(capture.browser()).matches("chrom\\S* [0-9.]+").isEqualTo(workers.browserVersion());
    assertThat(capture.profile()).isEqualTo("fault");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/slow-picture    | CAPTURED          | drawn",
      "/broken-picture  | INCOMPLETE        | 1 picture could not be loaded",
      "/status/404      | DELETED           | 404",
      "/status/410      | DELETED           | 410",
      "/status/418      | RATE_LIMITED      | a teapot",
      "/status/403      | LOGIN_WALL        | 403",
      "/status/500      | NETWORK_ERROR     | 500",
      "/status/503      | NETWORK_ERROR     | 503",
      "/empty           | NETWORK_ERROR     | 204",
      "/tombstone       | DELETED           | says that it was deleted",
      "/protected       | PROTECTED         | protected",
      "/cover           | SENSITIVE_HIDDEN  | a cover",
      "/login           | LOGIN_WALL        | login wall",
      "/blank           | INCOMPLETE        | blank",
      "/white-words     | INCOMPLETE        | none of the post's words",
      "/out             | BLOCKED_BY_POLICY | redirect refused: host localhost",
      "/script-out      | BLOCKED_BY_POLICY | host localhost",
      "/file            | BLOCKED_BY_POLICY | only http and https",
      "/loop            | NETWORK_ERROR     | ERR_TOO_MANY_REDIRECTS",
      "/download        | BLOCKED_BY_POLICY | download",
      "/binary          | NETWORK_ERROR     | brought no page",
      "/alert           | CAPTURED          | drawn",
      "/popup           | CAPTURED          | drawn",
      "/fading          | CAPTURED          | drawn",
      "/onward          | CAPTURED          | drawn",
      "/script-onward   | CAPTURED          | drawn",
  })
  void whatASiteDoesWrongIsToldApart(String path, Outcome outcome, String reason) {
    Capture capture = capture(path);
    assertThat(capture.outcome()).as(path + ": " + capture.reason()).isEqualTo(outcome);
    assertThat(capture.reason()).contains(reason);
    boolean shown = outcome == Outcome.CAPTURED || outcome == Outcome.SENSITIVE_HIDDEN || outcome == Outcome.INCOMPLETE;
    assertThat(capture.picture() != null).isEqualTo(shown);
    assertThat(site.asked).doesNotContain("/post/outside");
    assertThat(capture("/post/after").outcome()).isEqualTo(Outcome.CAPTURED);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/endless-picture | INCOMPLETE        | 1 picture still loading",
      "/never           | TIMEOUT           | nothing of the post was drawn within 3 s",
      "/half            | INCOMPLETE        | #post .counters",
      "/hang            | TIMEOUT           | did not answer within 3 s",
      "/busy            | TIMEOUT           | did not answer within 3 s",
  })
  void whatIsNotReadyInTimeSaysWhatWasMissing(String path, Outcome outcome, String reason) {
    Capture capture = impatient.capture(new CaptureRequest("p", site.at(path)));
    assertThat(capture.outcome()).as(path + ": " + capture.reason()).isEqualTo(outcome);
    assertThat(capture.reason()).contains(reason);
    assertThat(capture.picture() != null).isEqualTo(outcome == Outcome.INCOMPLETE);
    assertThat(impatient.capture(new CaptureRequest("p", site.at("/status/404"))).outcome()).isEqualTo(Outcome.DELETED);
  }

  @Test
  void retryAfterIsReadInSecondsAndAsADate() {
    assertThat(capture("/later/429?7").retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(capture("/later/503?9")).extracting(Capture::outcome, Capture::retryAfter).containsExactly(Outcome.RATE_LIMITED, Duration.ofSeconds(9));
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plusSeconds(100).atOffset(ZoneOffset.UTC));
    Capture capture = capture("/later/429?" + date.replace(" ", "%20"));
    assertThat(capture.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(capture.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(100));
  }

  @Test
  void aServerThatRefusesOrDropsTheConnectionIsANetworkError() throws IOException {
    assertThat(capture(FaultSite.refusing())).extracting(Capture::outcome, Capture::reason).containsExactly(Outcome.NETWORK_ERROR, "ERR_CONNECTION_REFUSED");
    assertThat(capture(site.resetting()).outcome()).isEqualTo(Outcome.NETWORK_ERROR);
  }

  @ParameterizedTest
  @CsvSource({"file:///etc/hostname", "ftp://127.0.0.1/", "http://localhost/", "http://user@127.0.0.1/", "javascript:alert(1)", "http://[::1]/"})
  void anAddressOutsideTheProfileIsNotOpened(URI address) {
    assertThat(capture(address)).extracting(Capture::outcome, Capture::httpStatus).containsExactly(Outcome.BLOCKED_BY_POLICY, 0);
  }

  @Test
  void aPageLoadsNothingFromOtherHosts() {
    capture("/loads-outside");
    assertThat(site.asked).contains("/loads-outside").doesNotContain("/outside-picture");
  }

  @Test
  void aPageThatGoesOnByItselfIsFollowed() {
    for (int i = 0; i < 8; i++) {
      Capture capture = capture("/script-onward");
      assertThat(capture.outcome()).as(capture.reason()).isEqualTo(Outcome.CAPTURED);
      assertThat(capture.finalUrl()).isEqualTo(site.at("/post/script-onward"));
    }
  }

  @Test
  void redirectsWithinTheProfileAreFollowedToTheirEnd() {
    assertThat(capture("/onward").finalUrl()).isEqualTo(site.at("/post/onward"));
  }

  @Test
  void onePostLeavesNothingBehindForTheNext() {
    for (int i = 0; i < 4; i++) assertThat(words(capture("/memory"))).containsExactly("forgotten");
  }

  @Test
  void bannersArePressedAwayAndAdvertisementsHidden() {
    Capture capture = capture("/banner");
    assertThat(capture.outcome()).as(capture.reason()).isEqualTo(Outcome.CAPTURED);
    assertThat(words(capture)).startsWith("Καλημέρα");
    assertThat(capture.layout().of(Box.Kind.COUNTERS)).singleElement().extracting(Box::y).matches(y -> (double) y < 300);
  }

  @Test
  void theVisitorSaysWhoItIs() {
    capture("/post/agent");
    assertThat(site.agents).isNotEmpty().allMatch(agent -> agent.startsWith("Mozilla/5.0") && agent.endsWith(" Opsis-test"));
  }

  @Test
  void aWordThatThePageSplitsOverElementsStaysWhole() {
    assertThat(words(capture("/split"))).containsExactly("καλημέρα", "κόσμε");
  }

  @Test
  void wordsOutsideThePictureHaveNoBoxes() {
    assertThat(capture("/long").layout().of(Box.Kind.WORD)).hasSizeBetween(50, 1000)
        .allMatch(box -> box.y() + box.height() <= 600 && box.x() + box.width() <= 600);
  }

  @Test
  void onePageGivesTheSamePixelsEachTime() {
    byte[] first = capture("/fading").picture();
    for (int i = 0; i < 3; i++) assertThat(capture("/fading").picture()).isEqualTo(first);
  }

  @Test
  void severalBrowsersWorkAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<Capture>> captures = new ArrayList<>();
      for (int i = 0; i < 18; i++) {
        String path = "/post/" + i;
        captures.add(threads.submit(() -> capture(path)));
      }
      for (int i = 0; i < 18; i++) {
        assertThat(captures.get(i).get()).extracting(Capture::outcome, Capture::finalUrl).containsExactly(Outcome.CAPTURED, site.at("/post/" + i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aBrowserThatIsKilledIsReplaced() {
    try (CaptureWorkers own = Browsers.start(WorkerSettings.defaults().withBrowsers(1), profile)) {
      assertThat(own.capture(new CaptureRequest("a", site.at("/post/a"))).outcome()).isEqualTo(Outcome.CAPTURED);
      kill(own, process -> process.info().commandLine().orElse("").contains("--remote-debugging-port"));
      assertThat(own.capture(new CaptureRequest("b", site.at("/post/b"))).outcome()).isEqualTo(Outcome.BROWSER_FAILED);
      assertThat(own.capture(new CaptureRequest("c", site.at("/post/c"))).outcome()).isEqualTo(Outcome.CAPTURED);
    }
  }

  @Test
  void aDriverThatIsKilledLeavesNoBrowserBehind() {
    List<ProcessHandle> browsers = new ArrayList<>();
    try (CaptureWorkers own = Browsers.start(WorkerSettings.defaults().withBrowsers(1), profile)) {
      own.capture(new CaptureRequest("a", site.at("/post/a")));
      List<ProcessHandle> mine = Browsers.processesOf(own);
      browsers.addAll(mine.stream().flatMap(ProcessHandle::descendants).toList());
      kill(own, process -> process.info().command().orElse("").contains("chromedriver"));
      assertThat(own.capture(new CaptureRequest("b", site.at("/post/b"))).outcome()).isEqualTo(Outcome.BROWSER_FAILED);
      assertThat(own.capture(new CaptureRequest("c", site.at("/post/c"))).outcome()).isEqualTo(Outcome.CAPTURED);
    }
    assertThat(browsers).isNotEmpty().allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10)));
  }

  private static void kill(CaptureWorkers own, Predicate<ProcessHandle> which) {
    List<ProcessHandle> found = Browsers.processesOf(own).stream().filter(which).toList();
    assertThat(found).isNotEmpty();
    found.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void aBrowserIsRenewedAfterItsPagesAndEndedOnClose() {
    List<ProcessHandle> first;
    List<ProcessHandle> second;
    try (CaptureWorkers own = Browsers.start(new WorkerSettings(1, null, null, 2, Duration.ofSeconds(5), null), profile)) {
      first = Browsers.processesOf(own);
      for (int i = 0; i < 3; i++) assertThat(own.capture(new CaptureRequest("a", site.at("/post/" + i))).outcome()).isEqualTo(Outcome.CAPTURED);
      second = Browsers.processesOf(own);
      assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
    }
    assertThat(first).noneMatch(ProcessHandle::isAlive);
    assertThat(second).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void closedWorkersCancelRatherThanFail() {
    CaptureWorkers own = Browsers.start(WorkerSettings.defaults().withBrowsers(1), profile);
    own.close();
    assertThatThrownBy(() -> own.capture(new CaptureRequest("a", site.at("/post/a")))).isInstanceOf(CancellationException.class);
  }

  @Test
  void aSelectorThatTheBrowserDoesNotKnowIsTold() throws IOException {
    PageProfile bad = Browsers.profile(folder, yaml -> yaml.replace(".tombstone", "'p::nope('"));
    assertThatThrownBy(() -> Browsers.start(WorkerSettings.defaults().withBrowsers(1), bad)).isInstanceOf(ProfileException.class)
        .hasMessageContaining("p::nope(");
  }

  @Test
  void aBrowserThatIsNotThereIsToldWithTheMend() {
    WorkerSettings settings = new WorkerSettings(1, folder.resolve("chrome"), null, 10, Duration.ofSeconds(1), null);
    assertThatThrownBy(() -> CaptureWorkers.start(settings, profile, Clock.systemUTC())).isInstanceOf(BrowserMissingException.class)
        .hasMessageContaining("chrome").hasMessageContaining("give the path");
  }

  @Test
  void aDriverThatDoesNotStartIsToldWithTheMend() throws IOException {
    Path driver = Files.write(folder.resolve("chromedriver"), "#!/bin/sh\nexit 1\n".getBytes(StandardCharsets.UTF_8));
    assertThat(driver.toFile().setExecutable(true)).isTrue();
    WorkerSettings settings = new WorkerSettings(1, null, driver, 10, Duration.ofSeconds(1), null);
    assertThatThrownBy(() -> CaptureWorkers.start(settings, profile, Clock.systemUTC())).isInstanceOf(BrowserMissingException.class)
        .hasMessageContaining("OPSIS_CHROME").hasMessageContaining("apt-get");
  }
}

package opsis.capture.worker;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.Layout;
import opsis.capture.Outcome;
import opsis.capture.profile.PageProfile;
import org.openqa.selenium.WebDriverException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of browsers that capture posts under one profile. Thread-safe. */
public final class CaptureWorkers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaptureWorkers.class);

  private final WorkerSettings settings;
  private final PageProfile profile;
  private final Clock clock;
  private final Duration patience;
  private final AddressPolicy policy;
  private final PageProbe probe;
  private final BrowserFinder.Found found;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Slot> slots;
  private final BlockingDeque<Slot> idle;
  private final Thread atExit = new Thread(this::endGently, "capture-close");
  private volatile boolean ending;
  private volatile boolean closed;
  private String version = "";

  private CaptureWorkers(WorkerSettings settings, PageProfile profile, Clock clock) {
    this.settings = settings;
    this.profile = profile;
    this.clock = clock;
    patience = profile.patience() != null ? profile.patience() : settings.pagePatience();
    policy = new AddressPolicy(profile);
    probe = new PageProbe(profile);
    found = new BrowserFinder(System.getenv()).find(settings.browserBinary(), settings.driverBinary());
    slots = Stream.generate(Slot::new).limit(settings.browsers()).toList();
    idle = new LinkedBlockingDeque<>(slots);
  }

  /**
   * Starts the first browser; others start when they are needed. Browsers that a killed program left behind are ended.
   *
   * @throws BrowserMissingException where there is no browser or driver; the message says what was looked for
   * @throws opsis.capture.profile.ProfileException where the browser does not understand one of the profile's selectors
   */
  public static CaptureWorkers start(WorkerSettings settings, PageProfile profile, Clock clock) {
    BrowserFolder.reap(Path.of(System.getProperty("java.io.tmpdir")));
    CaptureWorkers workers = new CaptureWorkers(settings, profile, clock);
    try {
      Runtime.getRuntime().addShutdownHook(workers.atExit);
    } catch (IllegalStateException e) {
      throw new CancellationException("the process is ending: no browser is started");
    }
    try {
      workers.startFirst();
      return workers;
    } catch (RuntimeException e) {
      workers.close();
      throw e;
    }
  }

  private void startFirst() {
    try {
      Browser first = idle.getFirst().browser();
      version = first.version();
      probe.checkProfile(first.script());
    } catch (IOException | WebDriverException e) {
      throw new BrowserMissingException("no browser could be started: " + firstLine(e) + " Mend: install Chromium with its driver (Debian: apt-get"
          + " install chromium chromium-driver) or set OPSIS_CHROME and SE_CHROMEDRIVER. Opsis " + found.lookedFor()
          + "; it found browser " + found.browser() + ", driver " + found.driver(), e);
    }
  }

  /**
   * Captures one post: borrows a browser, waiting for one where all are busy. A failure is an outcome, not an exception.
   *
   * @throws CancellationException where the thread is interrupted or the workers are closed meanwhile; nothing is known of
   *     the post then, and the attempt does not count
   */
  public Capture capture(CaptureRequest request) {
    Optional<String> refusal = policy.refusal(request.url());
    if (refusal.isPresent()) return refused(request, refusal.get());
    Slot slot = borrow();
    try {
      return slot.capture(request);
    } finally {
      idle.addFirst(slot);
    }
  }

  /** Name and version of the browser. */
  public String browserVersion() {
    return version;
  }

  /** Ends all browsers. Captures under way are cancelled. */
  @Override
  public void close() {
    closeBrowsers();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook is this very call or runs beside it.
    }
  }

  /** The processes of the browsers that run now. */
  List<ProcessHandle> processes() {
    return slots.stream().flatMap(Slot::processes).toList();
  }

  /** When the program is told to end: lets captures under way come to their end, for one page's patience, then closes. */
  private void endGently() {
    ending = true;
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (Slot ignored : slots) {
        if (idle.pollFirst(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) == null) break;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeBrowsers();
  }

  private void closeBrowsers() {
    closed = true;
    slots.parallelStream().forEach(Slot::close);
  }

  private Slot borrow() {
    try {
      Slot slot = idle.takeFirst();
      if (!closed && !ending) return slot;
      idle.addFirst(slot);
      throw new CancellationException("the capture workers are closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a browser");
    }
  }

  private Capture refused(CaptureRequest request, String why) {
    return new Capture(request.postId(), Outcome.BLOCKED_BY_POLICY, why, null, Layout.empty(), request.url(), 0, null, version,
        profile.name(), clock.instant(), Duration.ZERO);
  }

  private static String firstLine(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
  }

  /** The place of one browser, which is renewed when it is spent. Used by one thread at a time, except for closing. */
  private final class Slot {
    private volatile Browser browser;
    private int pages;

    Capture capture(CaptureRequest request) {
      Instant startedAt = clock.instant();
      Browser current;
      try {
        current = browser();
      } catch (IOException | WebDriverException e) {
        cancelIfClosed();
        return CaptureAttempt.failed(startedAt, clock, profile, version, request, "it did not start: " + firstLine(e));
      }
      CaptureAttempt attempt = new CaptureAttempt(profile, probe, patience, clock, current, request);
      Capture capture = attempt.run();
      cancelIfClosed();
      if (attempt.browserSpent()) {
        LOG.info("renewing a browser after {}: {}", capture.outcome(), capture.reason());
        browser = null;
        current.kill();
      } else if (++pages >= settings.recycleAfter()) {
        browser = null;
        current.close();
      }
      return capture;
    }

    Browser browser() throws IOException {
      if (browser == null) {
        browser = Browser.start(found, settings, profile, patience, http);
        pages = 0;
        // Closing may have passed by while this one started.
        if (closed) browser.close();
      }
      return browser;
    }

    Stream<ProcessHandle> processes() {
      Browser open = browser;
      return open == null ? Stream.empty() : open.processes().stream();
    }

    private void cancelIfClosed() {
      if (closed) throw new CancellationException("the capture workers were closed during a capture");
    }

    void close() {
      Browser open = browser;
      if (open != null) open.close();
    }
  }
}

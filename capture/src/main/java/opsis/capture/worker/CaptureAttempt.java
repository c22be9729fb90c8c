package opsis.capture.worker;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.Layout;
import opsis.capture.Outcome;
import opsis.capture.profile.OutcomeRule;
import opsis.capture.profile.PageProfile;
import org.openqa.selenium.InsecureCertificateException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriverException;

/** One attempt at one post in one browser. */
final class CaptureAttempt {
  private final PageProfile profile;
  private final PageProbe probe;
  private final OutcomeDecision decision;
  private final Duration patience;
  private final Clock clock;
  private final Browser browser;
  private final CaptureRequest request;
  private final String id = UUID.randomUUID().toString();
  private final Instant startedAt;
  private final long deadline;
  private boolean browserSpent;
  private byte[] picture;

  CaptureAttempt(PageProfile profile, PageProbe probe, Duration patience, Clock clock, Browser browser, CaptureRequest request) {
    this.profile = profile;
    this.probe = probe;
    this.decision = new OutcomeDecision(profile, patience);
    this.patience = patience;
    this.clock = clock;
    this.browser = browser;
    this.request = request;
    this.startedAt = clock.instant();
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** Whether the browser is not to be used again: it crashed, hung, or is still busy with the page. */
  boolean browserSpent() {
    return browserSpent;
  }

  Capture run() {
    try {
      Evidence seen = open();
      if (decision.beforePage(seen).isEmpty()) seen = look(seen);
      Verdict verdict = decision.decide(seen);
      if (profile.wipe() && !browserSpent) browser.wipe(request.url(), finalUrl(seen));
      return capture(verdict, seen);
    } catch (IOException | WebDriverException e) {
      browserSpent = true;
      return failed(startedAt, clock, profile, browser.version(), request, firstLine(e));
    }
  }

  static Capture failed(Instant startedAt, Clock clock, PageProfile profile, String browser, CaptureRequest request, String why) {
    return new Capture(request.postId(), Outcome.BROWSER_FAILED, "the browser failed: " + why, null, Layout.empty(), request.url(), 0, null,
        browser, profile.name(), startedAt, Duration.between(startedAt, clock.instant()));
  }

  private Evidence open() {
    String networkError = null;
    boolean timedOut = false;
    try {
      browser.open(request.url());
    } catch (TimeoutException e) {
      if (isSilence(e)) throw e;
      timedOut = browserSpent = true;
    } catch (UnhandledAlertException e) {
      // The dialog is dismissed by now, and the page is there.
    } catch (InsecureCertificateException e) {
      networkError = "the site's certificate is not valid";
    } catch (WebDriverException e) {
      networkError = networkError(e);
      if (networkError == null) throw e;
    }
    DocumentWatch.Seen seen = browser.seen();
    Duration retryAfter = RetryAfter.parse(seen.retryAfter(), clock.instant()).orElse(null);
    return new Evidence(seen.refusal(), seen.download(), seen.status(), retryAfter, networkError, timedOut, null, null);
  }

  private Evidence look(Evidence opened) {
    List<OutcomeRule> rules = decision.pageRules(opened.status());
    while (true) {
      Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
      try {
        PageState page = probe.look(browser.script(), id, rules, left);
        Evidence seen = browser.seen().refusal() == null ? opened : refused(opened, browser.seen().refusal());
        if (!worthAPicture(page, rules)) return seen.with(page, null);
        picture = browser.picture();
        return seen.with(page, PictureCheck.of(picture, page.layout()));
      } catch (ScriptTimeoutException e) {
        // Chromedriver says so at once, too, where the page goes on to another one while the script waits.
        if (System.nanoTime() < deadline) continue;
        browserSpent = true;
        return new Evidence(opened.refusal(), opened.download(), opened.status(), opened.retryAfter(), null, true, null, null);
      } catch (JavascriptException | UnhandledAlertException e) {
        // The page went on to another one, or a dialog was in the way: look again while there is time.
        if (System.nanoTime() >= deadline) throw e;
      }
    }
  }

  private static Evidence refused(Evidence seen, String refusal) {
    return new Evidence(refusal, seen.download(), seen.status(), seen.retryAfter(), seen.networkError(), seen.timedOut(), null, null);
  }

  /** A tombstone needs no picture; a covered post, and a post of which at least a part is drawn, does. */
  private boolean worthAPicture(PageState page, List<OutcomeRule> rules) {
    if (page.error() != null || page.stale()) return false;
    if (page.rule() >= 0) return rules.get(page.rule()).outcome() == Outcome.SENSITIVE_HIDDEN;
    return page.missing().size() < profile.ready().size();
  }

  private Capture capture(Verdict verdict, Evidence seen) {
    boolean shown = switch (verdict.outcome()) {
      case CAPTURED, SENSITIVE_HIDDEN, INCOMPLETE -> seen.picture() != null && seen.picture().exactSize();
      default -> false;
    };
    return new Capture(request.postId(), verdict.outcome(), verdict.reason(), shown ? picture : null,
        shown ? seen.page().layout() : Layout.empty(), finalUrl(seen), seen.status(), seen.retryAfter(), browser.version(),
        profile.name(), startedAt, Duration.between(startedAt, clock.instant()));
  }

  private URI finalUrl(Evidence seen) {
    String url = seen.page() != null && seen.page().url() != null ? seen.page().url() : browser.seen().url();
    try {
      return url == null ? request.url() : URI.create(url);
    } catch (IllegalArgumentException e) {
      return request.url();
    }
  }

  /** Chromium's words for a failed navigation, such as net::ERR_CONNECTION_REFUSED; null for any other failure. */
  private static String networkError(WebDriverException e) {
    String line = firstLine(e);
    int at = line.indexOf("net::ERR_");
    return at < 0 ? null : line.substring(at + "net::".length()).split("[^A-Z0-9_]")[0];
  }

  /** Whether it was the driver that did not answer, rather than the page. */
  private static boolean isSilence(TimeoutException e) {
    return e.getCause() instanceof java.util.concurrent.TimeoutException || e.getCause() instanceof IOException;
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}

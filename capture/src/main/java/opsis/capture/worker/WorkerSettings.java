package opsis.capture.worker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How browsers are run.
 *
 * @param browsers how many at once; two for each processor core is a good start
 * @param browserBinary Chrome or Chromium; null to look for it
 * @param driverBinary chromedriver; null to look for it
 * @param recycleAfter pages after which a browser is renewed
 * @param pagePatience longest wait for one page, where the profile does not say
 * @param userAgentSuffix added to the browser's User-Agent, for example a name and a contact address; null for none
 */
public record WorkerSettings(int browsers, Path browserBinary, Path driverBinary, int recycleAfter, Duration pagePatience,
    String userAgentSuffix) {
  public WorkerSettings {
    if (browsers < 1 || browsers > 256) throw new IllegalArgumentException("browsers must be 1 to 256, not " + browsers);
    if (recycleAfter < 1) throw new IllegalArgumentException("recycleAfter must be at least 1, not " + recycleAfter);
    if (pagePatience == null || pagePatience.isNegative() || pagePatience.isZero()) {
      throw new IllegalArgumentException("pagePatience must be a positive duration, not " + pagePatience);
    }
    if (userAgentSuffix != null && !userAgentSuffix.matches("[\\x20-\\x7e]{0,200}")) {
      throw new IllegalArgumentException("userAgentSuffix must be at most 200 printable ASCII characters");
    }
  }

  /** Two browsers for each core, at most eight; renewed after 200 pages; ten seconds for a page. */
  public static WorkerSettings defaults() {
    int browsers = Math.min(8, 2 * Runtime.getRuntime().availableProcessors());
    return new WorkerSettings(browsers, null, null, 200, Duration.ofSeconds(10), null);
  }

  /** The same with another number of browsers. */
  public WorkerSettings withBrowsers(int number) {
    return new WorkerSettings(number, browserBinary, driverBinary, recycleAfter, pagePatience, userAgentSuffix);
  }
}

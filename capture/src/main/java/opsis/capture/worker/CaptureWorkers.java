package opsis.capture.worker;

import java.time.Clock;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.profile.PageProfile;

/** A pool of browsers that capture posts under one profile. Thread-safe. */
public final class CaptureWorkers implements AutoCloseable {
  private CaptureWorkers() {}

  /**
   * Starts the first browser; others start when they are needed.
   *
   * @throws BrowserMissingException where there is no browser or driver
   */
  public static CaptureWorkers start(WorkerSettings settings, PageProfile profile, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** Captures one post: borrows a browser, waiting for one where all are busy. A failure is an outcome, not an exception. */
  public Capture capture(CaptureRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Name and version of the browser. */
  public String browserVersion() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}

package opsis.capture.worker;

/** No browser or no driver could be found or fetched; the message says what was looked for and how to mend it. */
public final class BrowserMissingException extends RuntimeException {
  BrowserMissingException(String message) {
    super(message);
  }

  BrowserMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}

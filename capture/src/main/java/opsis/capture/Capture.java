package opsis.capture;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What the browser saw of a post in one attempt.
 *
 * @param postId the request's post
 * @param outcome how the attempt ended
 * @param reason one line for a person: what was seen, and for a failure what was missing; never the post's text
 * @param picture PNG of exactly 600×600 pixels for CAPTURED, SENSITIVE_HIDDEN and, where one could be taken, INCOMPLETE;
 *     else null. The array is not copied: treat it as read-only
 * @param layout boxes in the picture; empty where there is no picture
 * @param finalUrl the address after redirects; the requested one where no document came
 * @param httpStatus status of the document, 0 where unknown
 * @param retryAfter how long the site asked to wait, measured from the answer; null where it did not
 * @param browser name and version, for example {@code Chrome 156.0.8078.79}; empty where none started
 * @param profile name of the page profile
 * @param startedAt when the attempt began to open the address
 * @param took how long the attempt lasted
 */
public record Capture(String postId, Outcome outcome, String reason, byte[] picture, Layout layout, URI finalUrl,
    int httpStatus, Duration retryAfter, String browser, String profile, Instant startedAt, Duration took) {
  /** Width and height of every picture, in pixels. */
  public static final int SIDE = 600;

  public Capture {
    Objects.requireNonNull(postId, "postId");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(finalUrl, "finalUrl");
    if (outcome == Outcome.CAPTURED && picture == null) throw new IllegalArgumentException("CAPTURED needs its picture");
  }
}

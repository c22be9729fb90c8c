package opsis.capture.worker;

import java.time.Duration;

/**
 * All that one attempt saw, from which its outcome follows.
 *
 * @param refusal why the address, or one that it redirects to, may not be opened; null for none
 * @param download whether the answer was a file to save
 * @param status of the document, 0 where none came
 * @param retryAfter what the site asked for; null for nothing
 * @param networkError the browser's words for why no document came; null for none
 * @param timedOut whether the browser itself gave up waiting
 * @param page what was on the page; null where it was not looked at
 * @param picture what the picture's pixels say; null where none was taken
 */
record Evidence(String refusal, boolean download, int status, Duration retryAfter, String networkError, boolean timedOut,
    PageState page, PictureCheck picture) {
  /** The same with what was on the page. */
  Evidence with(PageState state, PictureCheck check) {
    return new Evidence(refusal, download, status, retryAfter, networkError, timedOut, state, check);
  }
}

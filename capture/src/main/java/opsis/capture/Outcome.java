package opsis.capture;

/** How one attempt to capture a post ended. {@link RetryPolicy} says whether and when to try again. */
public enum Outcome {
  /** The post's own words and media are drawn. */
  CAPTURED,
  /** The post is gone: a tombstone, 404 or 410. */
  DELETED,
  /** Only the author's followers may see the post. */
  PROTECTED,
  /** The author's account is suspended. */
  SUSPENDED,
  /** A cover lies over the post's media; the picture shows the cover. */
  SENSITIVE_HIDDEN,
  /** The site shows its sign-in page instead of the post. */
  LOGIN_WALL,
  /** The site asks to come later: 429, 503 with Retry-After, or a page that says so. */
  RATE_LIMITED,
  /** Some of the post was drawn and some was not: media missing, blank or torn picture. */
  INCOMPLETE,
  /** The profile's patience was spent before anything of the post was drawn. */
  TIMEOUT,
  /** The address could not be reached: DNS, TCP, TLS, an empty or failing answer. */
  NETWORK_ERROR,
  /** The address, or one that it redirects to, may not be opened under the profile. */
  BLOCKED_BY_POLICY,
  /** The browser crashed, hung, or could not be started. */
  BROWSER_FAILED
}

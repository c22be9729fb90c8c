/**
 * What a browser saw of a post: the values that the module's packages share, and the rule of when to try again.
 *
 * <pre>{@code
 * PageProfile profile = PageProfiles.named("card");
 * try (CaptureWorkers workers = CaptureWorkers.start(WorkerSettings.defaults(), profile, Clock.systemUTC())) {
 *   Capture capture = workers.capture(new CaptureRequest("42", URI.create("http://127.0.0.1:8080/card/42")));
 *   if (capture.outcome() == Outcome.CAPTURED) store(capture.picture(), capture.layout().toJson());
 *   else retries.nextAttempt(capture.outcome(), 1, capture.retryAfter(), clock.instant(), random);
 * }
 * }</pre>
 */
package opsis.capture;

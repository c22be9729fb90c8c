/**
 * Headless browsers that turn addresses into verified pictures, several at once.
 *
 * <pre>{@code
 * try (CaptureWorkers workers = CaptureWorkers.start(WorkerSettings.defaults(), profile, Clock.systemUTC())) {
 *   Capture capture = workers.capture(new CaptureRequest(id, address));   // blocks; call it from several threads
 * }
 * }</pre>
 */
package opsis.capture.worker;

package opsis.app.stage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import opsis.app.terminal.Interruption;
import opsis.app.terminal.Progress;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.Layout;
import opsis.capture.Outcome;
import opsis.capture.RetryPolicy;
import opsis.capture.worker.CaptureWorkers;
import opsis.storage.CaptureAttempt;
import opsis.storage.Post;
import opsis.storage.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the threads of a pass: takes posts until none is left, captures each and stores what came of it. */
final class CaptureTask implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureTask.class);
    /** What a lane waits after a 429 that does not say how long. */
    private static final Duration UNSTATED_HOLD = Duration.ofSeconds(30);

    private final Store store;
    private final CaptureOrder order;
    private final Function<Post, URI> address;
    private final CaptureWorkers workers;
    private final DueQueue queue;
    private final Lane lane;
    private final CaptureTally tally;
    private final Progress progress;
    private final Clock clock;
    private final RandomGenerator random;
    private final RetryPolicy policy;
    private final Interruption interruption;

    CaptureTask(Store store, CaptureOrder order, Function<Post, URI> address, CaptureWorkers workers, DueQueue queue,
            Lane lane, CaptureTally tally, Progress progress, Clock clock, RandomGenerator random,
            Interruption interruption) {
        this.store = store;
        this.order = order;
        this.address = address;
        this.workers = workers;
        this.queue = queue;
        this.lane = lane;
        this.tally = tally;
        this.progress = progress;
        this.clock = clock;
        this.random = random;
        this.policy = new RetryPolicy(order.retries());
        this.interruption = interruption;
    }

    @Override
    public void run() {
        while (!interruption.requested() && lane.enter()) {
            Optional<Post> post = queue.take();
            if (post.isEmpty()) {
                return;
            }
            try {
                settle(post.get(), capture(post.get()));
            } catch (CancellationException e) {
                // The browsers went away because the process is ending: nothing is known of the post, which stays due.
                return;
            }
        }
    }

    private Capture capture(Post post) {
        Instant start = clock.instant();
        URI url;
        try {
            url = address.apply(post);
        } catch (IllegalArgumentException e) {
            return new Capture(post.id(), Outcome.BLOCKED_BY_POLICY, e.getMessage(), null,
                    Layout.empty(), URI.create("about:blank"), 0, null, "", order.profile().name(),
                    start, Duration.ZERO);
        }
        return workers.capture(new CaptureRequest(post.id(), url));
    }

    private void settle(Post post, Capture capture) {
        // The picture lies in the blob store before the row that names it, so that no row ever lacks its picture.
        String sha256 = capture.picture() == null ? null : store.blobs().put(capture.picture());
        CaptureAttempt attempt = attempt(post, capture, sha256);
        store.captures().record(attempt);
        tally.add(attempt);
        LOG.info("post {} {} {}", post.id(), capture.outcome(), capture.reason());
        if (capture.outcome() == Outcome.RATE_LIMITED) {
            lane.hold(clock.instant().plus(capture.retryAfter() == null ? UNSTATED_HOLD : capture.retryAfter()));
        }
        if (attempt.nextAttemptAt() == null) {
            progress.step(1);
        } else {
            queue.retry(post, attempt.nextAttemptAt());
        }
    }

    private CaptureAttempt attempt(Post post, Capture capture, String sha256) {
        String profile = order.profile().name();
        int same = 1 + (int) store.captures().history(post.id()).stream()
                .filter(earlier -> earlier.profile().equals(profile)
                        && earlier.outcome().equals(capture.outcome().name()))
                .count();
        Instant next = policy.nextAttempt(capture.outcome(), same, capture.retryAfter(), clock.instant(), random)
                .orElse(null);
        return new CaptureAttempt(post.id(), profile, store.captures().attempts(post.id(), profile) + 1,
                capture.outcome().name(), capture.reason(), sha256, sha256 == null ? null : capture.layout().toJson(),
                capture.finalUrl().toString(), capture.httpStatus(), capture.browser(), capture.startedAt(),
                capture.took(), next);
    }
}

package opsis.app.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the process was asked to stop (SIGTERM, Ctrl-C). Work looks at it between two records, so that what is under
 * way is finished and stored; the rest is taken up by the next run.
 */
public final class Interruption {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int status = ExitStatus.INTERRUPTED.code();

    /** Makes the process's signals reach this object; to be called once, by the entry point. */
    public Interruption onSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::waitForWork, "opsis-shutdown"));
        return this;
    }

    private void waitForWork() {
        if (finished.getCount() == 0) {
            return;
        }
        request();
        try {
            finished.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A hook cannot change the status by System.exit; halt is the documented way to end with our own.
        Runtime.getRuntime().halt(status);
    }

    /** Asks the work to stop. */
    public void request() {
        requested.countDown();
    }

    /** Returns whether the work should stop at the next record. */
    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Waits, at most so long, and returns at once when asked to stop. */
    public void sleep(Duration duration) {
        try {
            requested.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
        }
    }

    /** Says that the work has ended, with this status, and the process may go. */
    public void finished(int endedWith) {
        status = endedWith;
        finished.countDown();
    }
}

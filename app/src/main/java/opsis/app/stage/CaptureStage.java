package opsis.app.stage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Interruption;
import opsis.app.terminal.Progress;
import opsis.app.terminal.Terminal;
import opsis.capture.card.CardServer;
import opsis.capture.worker.CaptureWorkers;
import opsis.storage.Post;
import opsis.storage.Store;

/** Captures what is due, in passes: posts that failed are tried again behind the others, when they may be. */
public final class CaptureStage {

    private final Store store;
    private final Terminal terminal;
    private final Clock clock;
    private final Interruption interruption;
    private final RandomGenerator random;

    public CaptureStage(Store store, Terminal terminal, Clock clock, Interruption interruption,
            RandomGenerator random) {
        this.store = store;
        this.terminal = terminal;
        this.clock = clock;
        this.interruption = interruption;
        this.random = random;
    }

    /** Captures what is due by this order. */
    public CaptureNumbers run(CaptureOrder order) {
        String profile = order.profile().name();
        long due = Math.min(order.limit(), store.captures().countDue(profile, clock.instant()));
        CaptureTally tally = new CaptureTally();
        if (due > 0 && !interruption.requested()) {
            DueQueue queue = new DueQueue(store.captures(), profile, order.limit(), clock);
            try (CardServer cards = order.asCard() ? CardPosts.serve(store) : null;
                    CaptureWorkers workers = CaptureWorkers.start(order.workers(), order.profile(), clock);
                    Progress progress = terminal.progress("capture", due)) {
                Function<Post, URI> address = address(order, cards);
                passes(order, queue, new CaptureTask(store, order, address, workers, queue, lane(order), tally,
                        progress, clock, random, interruption), progress);
            } catch (CancellationException e) {
                // No browser starts while the process is ending; the posts stay due.
                interruption.request();
            }
        }
        return tally.numbers(profile, due, interruption.requested());
    }

    private Lane lane(CaptureOrder order) {
        double perMinute = order.profile().loopback() ? 0 : order.perMinute();
        return new Lane(clock, interruption, perMinute, order.passWait());
    }

    private static Function<Post, URI> address(CaptureOrder order, CardServer cards) {
        if (cards != null) {
            return post -> cards.uri(post.id(), order.theme());
        }
        return post -> order.profile().address(post.id(), post.author() == null ? null : post.author().handle(),
                post.url() == null ? null : URI.create(post.url()));
    }

    private void passes(CaptureOrder order, DueQueue queue, CaptureTask task, Progress progress) {
        int browsers = order.workers().browsers();
        ExecutorService threads = Executors.newFixedThreadPool(browsers);
        try {
            for (int pass = 1; pass <= order.passes(); pass++) {
                runOnAll(threads, browsers, task);
                Optional<Instant> next = queue.nextRetry();
                if (next.isEmpty() || interruption.requested() || pass == order.passes()
                        || !waitFor(next.get(), order.passWait(), progress)) {
                    return;
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean waitFor(Instant next, Duration longest, Progress progress) {
        Duration wait = Duration.between(clock.instant(), next);
        if (wait.compareTo(longest) > 0) {
            return false;
        }
        if (wait.toMillis() > 0) {
            progress.note("next pass at " + DateTimeFormatter.ofPattern("HH:mm:ss")
                    .withZone(ZoneId.systemDefault()).format(next));
            interruption.sleep(wait.plusMillis(1));
            progress.note("");
        }
        return !interruption.requested();
    }

    private static void runOnAll(ExecutorService threads, int count, Runnable task) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(threads.submit(task));
        }
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitStatus.INTERRUPTED, "Interrupted; the same command goes on.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

package opsis.app.stage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import opsis.storage.Captures;
import opsis.storage.Post;

/**
 * The posts that one run captures: what the store has due, then, behind them, what this run tried and may try again.
 * Safe for use by several threads.
 */
final class DueQueue {

    private static final int PAGE = 200;

    private record Retry(Post post, Instant at) {
    }

    private final Captures captures;
    private final String profile;
    private final int limit;
    private final Clock clock;
    private final Deque<Post> fresh = new ArrayDeque<>();
    private final PriorityQueue<Retry> retries = new PriorityQueue<>(Comparator.comparing(Retry::at));
    private final Set<String> handed = new HashSet<>();

    /** @param limit the most posts that are handed out, each with its retries */
    DueQueue(Captures captures, String profile, int limit, Clock clock) {
        this.captures = captures;
        this.profile = profile;
        this.limit = limit;
        this.clock = clock;
    }

    /** Takes a post that may be captured now; empty if there is none now. */
    synchronized Optional<Post> take() {
        if (handed.size() < limit && fresh.isEmpty()) {
            refill();
        }
        if (handed.size() < limit && !fresh.isEmpty()) {
            Post post = fresh.poll();
            handed.add(post.id());
            return Optional.of(post);
        }
        if (!retries.isEmpty() && !retries.peek().at().isAfter(clock.instant())) {
            return Optional.of(retries.poll().post());
        }
        return Optional.empty();
    }

    /** Reads due posts that were not handed out yet; those that were stand in the store too until they are settled. */
    private void refill() {
        for (int page = PAGE;; page *= 2) {
            List<Post> due = captures.due(profile, clock.instant(), page);
            due.stream().filter(post -> !handed.contains(post.id())).forEach(fresh::add);
            if (!fresh.isEmpty() || due.size() < page) {
                return;
            }
        }
    }

    /** Puts a post back, to be tried again not before this instant. */
    synchronized void retry(Post post, Instant at) {
        retries.add(new Retry(post, at));
    }

    /** Returns when the next of the posts put back may be tried. */
    synchronized Optional<Instant> nextRetry() {
        return Optional.ofNullable(retries.peek()).map(Retry::at);
    }
}

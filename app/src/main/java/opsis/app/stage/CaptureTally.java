package opsis.app.stage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import opsis.storage.CaptureAttempt;

/** Counts what a run of captures came to. Safe for use by several threads. */
final class CaptureTally {

    private record Last(String outcome, Instant nextAttempt) {
    }

    private final Map<String, Last> posts = new HashMap<>();
    private long attempts;

    synchronized void add(CaptureAttempt attempt) {
        attempts++;
        posts.put(attempt.postId(), new Last(attempt.outcome(), attempt.nextAttemptAt()));
    }

    synchronized CaptureNumbers numbers(String profile, long due, boolean interrupted) {
        Map<String, Long> outcomes = posts.values().stream()
                .collect(Collectors.groupingBy(Last::outcome, TreeMap::new, Collectors.counting()));
        long settled = posts.values().stream().filter(last -> last.nextAttempt() == null).count();
        long left = Math.max(due, posts.size()) - settled;
        Instant next = posts.values().stream().map(Last::nextAttempt).filter(at -> at != null)
                .min(Instant::compareTo).orElse(null);
        return new CaptureNumbers(profile, due, attempts, outcomes.getOrDefault(CaptureAttempt.CAPTURED, 0L),
                outcomes, left, next, interrupted);
    }
}

package opsis.app.terminal;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A line every ten seconds, for logs and pipes, where a bar would only leave rubbish. */
final class LineProgress implements Progress {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final PrintStream err;
    private final Clock clock;
    private final String task;
    private final Instant start;
    private Instant lastLine;
    private long done;
    private long shown = -1;
    private long total;
    private String note = "";

    LineProgress(PrintStream err, Clock clock, String task, long total) {
        this.err = err;
        this.clock = clock;
        this.task = task;
        this.total = total;
        this.start = clock.instant();
        this.lastLine = start;
    }

    @Override
    public synchronized void step(long units) {
        done += units;
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(INTERVAL) >= 0) {
            lastLine = now;
            shown = done;
            err.println(line(now));
        }
    }

    @Override
    public synchronized void total(long units) {
        total = units;
    }

    @Override
    public synchronized void note(String words) {
        if (!words.equals(note) && !words.isEmpty()) {
            err.println(task + ": " + words);
        }
        note = words;
    }

    @Override
    public synchronized void close() {
        if (shown != done) {
            err.println(line(clock.instant()));
        }
    }

    private String line(Instant now) {
        double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
        double rate = done / seconds;
        String of = total > 0 ? " of " + total : "";
        String left = total > done && done > 0
                ? String.format(Locale.ROOT, ", %.0f s left", (total - done) / rate) : "";
        return String.format(Locale.ROOT, "%s: %d%s, %.1f a second%s", task, done, of, rate, left);
    }
}

package opsis.app.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, for a person at a terminal. */
final class BarProgress implements Progress {

    private static final int WIDTH = 100;

    private final ProgressBar bar;

    BarProgress(PrintStream err, String task, long total) {
        bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(total > 0 ? total : -1).showSpeed()
                .setStyle(ProgressBarStyle.UNICODE_BLOCK).setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH)).build();
    }

    @Override
    public void step(long units) {
        bar.stepBy(units);
    }

    @Override
    public void total(long units) {
        bar.maxHint(units > 0 ? units : -1);
    }

    @Override
    public void note(String words) {
        bar.setExtraMessage(words);
    }

    @Override
    public void close() {
        bar.close();
    }
}

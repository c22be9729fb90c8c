package opsis.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The distribution of probabilities as bars, in the coordinates of its SVG.
 *
 * @param bars one a bin
 * @param thresholdX where the threshold stands
 * @param threshold the threshold in words
 * @param labelLeft whether its label stands left of the line for want of room at the right
 * @param total posts in all bins
 */
record Plot(List<Bar> bars, String thresholdX, Text threshold, boolean labelLeft, Text total) {

    static final int WIDTH = 800;
    static final int HEIGHT = 220;
    private static final double GAP = 4;
    /** A single post among thousands must still be seen. */
    private static final double LEAST = 3;

    /**
     * One bin.
     *
     * @param over whether the whole bin is at or above the threshold
     * @param from lower bound in words
     * @param to upper bound in words
     * @param labelX middle of the bar
     * @param labelY just above the bar
     */
    record Bar(String x, String y, String width, String height, boolean over, boolean empty, Text count, Text from, Text to,
            String labelX, String labelY) {
    }

    static Plot of(long[] histogram, double threshold, Formats formats) {
        long most = Math.max(1, Arrays.stream(histogram).max().orElse(1));
        double step = (double) WIDTH / histogram.length;
        List<Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < histogram.length; bin++) {
            double from = (double) bin / histogram.length;
            double to = (bin + 1.0) / histogram.length;
            long count = histogram[bin];
            double height = count == 0 ? 0 : Math.min(HEIGHT, Math.max(LEAST, HEIGHT * (double) count / most));
            // Half a thousandth forgives that 0.15 is not exactly 3/20.
            bars.add(new Bar(number(bin * step + GAP / 2), number(HEIGHT - height), number(step - GAP), number(height),
                    from >= threshold - 0.0005, count == 0, formats.count(count), formats.fit(from), formats.fit(to),
                    number((bin + 0.5) * step), number(HEIGHT - height - 7)));
        }
        return new Plot(List.copyOf(bars), number(WIDTH * threshold), formats.probability(threshold), threshold > 0.7,
                formats.count(Arrays.stream(histogram).sum()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

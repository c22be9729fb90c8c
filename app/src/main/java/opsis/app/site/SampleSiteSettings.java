package opsis.app.site;

import java.time.Duration;

/**
 * How the sample site behaves.
 *
 * @param port               TCP port on 127.0.0.1; 0 takes a free one
 * @param seed               of delays and counters
 * @param documentsPerWindow status pages answered in one window; the next ones get 429
 * @param window             length of the budget's window, at most a minute
 * @param shortestDelay      least time until the script has a post's content
 * @param longestDelay       most time until the script has a post's content
 * @param pictureDelay       time until a picture's bytes come
 */
public record SampleSiteSettings(int port, long seed, int documentsPerWindow, Duration window,
                                 Duration shortestDelay, Duration longestDelay, Duration pictureDelay) {

    public SampleSiteSettings {
        require(port >= 0 && port <= 65_535, "port must be 0 to 65535, is " + port);
        require(documentsPerWindow >= 1, "documentsPerWindow must be 1 or more, is " + documentsPerWindow);
        require(isPositive(window) && window.compareTo(Duration.ofMinutes(1)) <= 0,
                "window must be more than nothing and at most a minute, is " + window);
        require(!shortestDelay.isNegative() && shortestDelay.compareTo(longestDelay) <= 0,
                "shortestDelay must be between 0 and longestDelay, is " + shortestDelay);
        require(!pictureDelay.isNegative(), "pictureDelay must not be negative, is " + pictureDelay);
    }

    /** Ten pages in two seconds; content after 150 to 300 ms; pictures after 60 ms. */
    public static SampleSiteSettings defaults() {
        return new SampleSiteSettings(0, 42, 10, Duration.ofSeconds(2),
                Duration.ofMillis(150), Duration.ofMillis(300), Duration.ofMillis(60));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("sample site: " + message);
        }
    }
}

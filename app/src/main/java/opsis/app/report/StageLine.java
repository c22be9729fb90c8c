package opsis.app.report;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One stage of the night.
 *
 * @param name the stage's name, such as {@code capture}
 * @param duration how long it took; null while it runs
 * @param counts what it did, by name, in the order to show: {@code {captured=51, deleted=4}}
 * @param state DONE, PARTLY, INTERRUPTED, FAILED or RUNNING
 */
public record StageLine(String name, Duration duration, Map<String, Long> counts, String state) {

    public StageLine {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}

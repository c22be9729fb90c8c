package opsis.app.night;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import opsis.app.terminal.ExitStatus;

/**
 * What a night came to, as {@code --json} prints it.
 *
 * @param run number of the run
 * @param resumed whether it went on with a run that had been cut off
 * @param posts posts in the workspace
 * @param outcomes posts by the outcome of their latest capture
 * @param captured of these, captured
 * @param left posts that may be tried again in a later night
 * @param classified posts that the model has scored
 * @param overThreshold of these, at or over its threshold
 * @param explained posts explained
 * @param report the morning report; null where the night was interrupted before it
 * @param problems what failed, in words
 */
public record NightNumbers(long run, boolean resumed, long posts, Map<String, Long> outcomes, long captured,
        long left, long classified, long overThreshold, long explained, Path report, String model, List<String> problems,
        ExitStatus status) {
}

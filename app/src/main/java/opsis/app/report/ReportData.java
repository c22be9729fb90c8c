package opsis.app.report;

import java.time.Instant;
import java.util.List;

/**
 * Everything that the morning report of one night says.
 *
 * @param workspace the workspace's name as the reader knows it
 * @param startedAt when the run began
 * @param finishedAt when it ended
 * @param model version of the model that classified
 * @param modelFacts its card in short
 * @param threshold probability from which a post counts as over the threshold, 0 to 1
 * @param posts posts in the workspace
 * @param due posts that were due for capture this night
 * @param captured of these, captured
 * @param outcomes posts by outcome
 * @param classified posts classified
 * @param overThreshold classified posts at or above the threshold
 * @param explained posts explained
 * @param histogram counts of probabilities in equal bins over 0 to 1 (20 by custom, at least one)
 * @param stages the night's stages in order
 * @param unfinished posts without a picture
 * @param top the posts with the highest probabilities, highest first
 * @param uncertain the posts nearest to the threshold, nearest first
 */
public record ReportData(String workspace, Instant startedAt, Instant finishedAt, String model, ModelFacts modelFacts,
        double threshold, long posts, long due, long captured, List<OutcomeLine> outcomes, long classified,
        long overThreshold, long explained, long[] histogram, List<StageLine> stages, List<UnfinishedLine> unfinished,
        List<ReportPost> top, List<ReportPost> uncertain) {

    public ReportData {
        if (histogram.length == 0) {
            throw new IllegalArgumentException("the histogram of the report has no bins: give at least one");
        }
        outcomes = List.copyOf(outcomes);
        histogram = histogram.clone();
        stages = List.copyOf(stages);
        unfinished = List.copyOf(unfinished);
        top = List.copyOf(top);
        uncertain = List.copyOf(uncertain);
    }
}

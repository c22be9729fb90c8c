package opsis.app.stage;

import java.util.List;

/**
 * What one run of the classify stage did.
 *
 * @param model version of the model
 * @param classified posts scored now
 * @param overThreshold of these, at or over the model's threshold
 * @param failed posts that could not be scored, with the reason
 * @param interrupted whether it was asked to stop
 */
public record ClassifyNumbers(String model, double threshold, long classified, long overThreshold,
        List<String> failed, boolean interrupted) {
}

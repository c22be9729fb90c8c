package opsis.fusion.train;

import java.nio.file.Path;
import java.util.List;
import opsis.fusion.ModelCard;

/**
 * What training left behind.
 *
 * @param folder    the model folder, ready for the classifier
 * @param card      its card, with the validation part's figures
 * @param bestEpoch whose weights it holds, counted from 1
 * @param epochs    one report each
 */
public record TrainingResult(Path folder, ModelCard card, int bestEpoch, List<TrainingListener.EpochReport> epochs) {
    public TrainingResult {
        epochs = List.copyOf(epochs);
    }
}

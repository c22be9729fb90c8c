package opsis.fusion.train;

/** Told of training's progress, on the training thread. */
public interface TrainingListener {

    /** After a step: both counts start at 1. */
    default void onStep(int epoch, int step, int stepsPerEpoch, double loss) {
    }

    /** After an epoch and its validation. */
    default void onEpoch(EpochReport report) {
    }

    static TrainingListener silent() {
        return new TrainingListener() { };
    }

    /**
     * @param epoch        counted from 1
     * @param trainingLoss mean over the epoch
     * @param accuracy     on the validation part, at the threshold that is best there
     * @param macroF1      likewise
     * @param threshold    that threshold
     * @param best         whether this is the best epoch so far
     * @param seconds      the epoch took
     */
    record EpochReport(int epoch, double trainingLoss, double accuracy, double macroF1, double threshold, boolean best, double seconds) {
    }
}

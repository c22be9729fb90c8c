package opsis.fusion.train;

import java.nio.file.Path;
import java.time.Clock;

/** Trains the network end to end and leaves a model folder. */
public final class Trainer {
    private final TrainingSettings settings;
    private final Clock clock;

    public Trainer(TrainingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Trains, keeps the weights of the epoch with the best macro-F1 on the validation part, and writes the model folder.
     * Where the output folder holds an unfinished run with the same settings, training goes on after its last whole epoch.
     *
     * @throws opsis.fusion.ModelException where the starting point or a picture cannot be read
     */
    public TrainingResult train(StartingPoint start, TrainingData training, TrainingData validation, Path outputFolder,
                                TrainingListener listener) {
        throw new UnsupportedOperationException("not yet: " + settings + clock);
    }
}

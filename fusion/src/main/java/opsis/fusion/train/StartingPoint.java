package opsis.fusion.train;

import java.nio.file.Path;
import java.util.List;
import opsis.fusion.ModelConfig;

/** What training starts from: a trained model folder, or new weights. */
public sealed interface StartingPoint {

    /** A model folder whose weights, vocabulary and sizes are taken over. */
    record Checkpoint(Path folder) implements StartingPoint {
    }

    /** New weights of these sizes; the vocabulary's size must be config.text().vocabularySize(). */
    record Fresh(ModelConfig config, List<String> vocabulary) implements StartingPoint {
        public Fresh {
            vocabulary = List.copyOf(vocabulary);
        }
    }

    static StartingPoint checkpoint(Path folder) {
        return new Checkpoint(folder);
    }

    static StartingPoint fresh(ModelConfig config, List<String> vocabulary) {
        return new Fresh(config, vocabulary);
    }
}

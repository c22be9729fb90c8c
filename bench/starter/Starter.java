import opsis.fusion.ModelConfig;
import opsis.fusion.ModelConfig.Pooling;

/** What all stages of the starter share. */
final class Starter {
    static final int VOCABULARY = 10_000;
    static final int AUTHORED = 800;
    static final long AUTHORED_SEED = 42;
    static final int FIRST_TRAINING_CARDS = 800;
    static final String BOOKS = "pre-training of the words: Greek public-domain books of Project Gutenberg, and the training part of OGTD";

    private Starter() {
    }

    static ModelConfig config(int vocabulary) {
        return new ModelConfig("starter",
                new ModelConfig.Text(vocabulary, 256, 4, 4, 1024, 128, 64, Pooling.CLS_MEAN_MAX, 1 << 18),
                ModelConfig.Image.standard(32, 160), new ModelConfig.Fusion(256));
    }
}

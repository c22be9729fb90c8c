package opsis.fusion.classify;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import opsis.fusion.ModelCard;
import opsis.fusion.ModelConfig;
import opsis.fusion.PostInput;
import opsis.fusion.Score;

/** Scores posts by a model folder. Safe for use by several threads: forward passes take turns, since they share one native thread pool. */
public final class Classifier implements AutoCloseable {

    private Classifier() {
    }

    /**
     * Opens a model folder (model.safetensors, config.json, vocab.txt, card.json).
     *
     * @throws opsis.fusion.ModelException naming the file or tensor that is wrong and the mend
     */
    public static Classifier open(Path modelFolder, ClassifierSettings settings) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Scores any number of posts, in their order. A post with neither text nor picture is refused with IllegalArgumentException naming its id. */
    public List<Score> score(List<PostInput> posts) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Probabilities of many texts beside one picture (or none, null), which is encoded once. A blank text counts as withheld words. */
    public double[] wordsProbabilities(List<String> texts, byte[] picture) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Probabilities of many pictures beside one text (or none, null), which is encoded once. */
    public double[] pictureProbabilities(String text, List<BufferedImage> pictures) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The model's name and the first 12 hexadecimal digits of the SHA-256 of model.safetensors followed by config.json. */
    public String version() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Probability from which a post counts as hateful. */
    public double threshold() {
        throw new UnsupportedOperationException("not yet");
    }

    public ModelCard card() {
        throw new UnsupportedOperationException("not yet");
    }

    public ModelConfig config() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}

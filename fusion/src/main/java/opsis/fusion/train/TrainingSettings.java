package opsis.fusion.train;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How training runs. Start from {@link #standard()} and change single values with the with-methods.
 *
 * @param epochs          passes over the training part, 1 to 1000
 * @param patience        epochs without a better validation macro-F1 before stopping early; 0 never stops early
 * @param batch           posts a step
 * @param learningRate    peak learning rate of the head and the text encoder
 * @param imageLearningRate peak learning rate of the picture encoder
 * @param ngramLearningRate peak learning rate of the n-gram table
 * @param warmUp          fraction of all steps over which the rate rises linearly; it falls linearly to zero afterwards
 * @param weightDecay     decoupled weight decay (AdamW), on matrices only
 * @param clip            bound of the gradient's global norm; 0 for none
 * @param dropout         in both the encoder and the head, 0 to 0.9
 * @param tokenDropout    fraction of tokens replaced by [MASK] in training
 * @param modalityDropout fraction of posts with both sides of which one is withheld in training
 * @param labelSmoothing  0 to 0.5
 * @param positiveWeight  weight of hateful posts in the loss; 0 balances both classes by their counts
 * @param freezeText      leaves the text encoder as it is
 * @param freezeImage     leaves the picture encoder as it is
 * @param mixedPrecision  matrix products in bfloat16 with float weights; quicker where the processor has it
 * @param device          "cpu", "gpu" or "auto"
 * @param seed            of the initial weights, the order, and all dropout
 */
public record TrainingSettings(int epochs, int patience, int batch, double learningRate, double imageLearningRate,
                               double ngramLearningRate, double warmUp, double weightDecay, double clip, double dropout, double tokenDropout,
                               double modalityDropout, double labelSmoothing, double positiveWeight,
                               boolean freezeText, boolean freezeImage, boolean mixedPrecision, String device, long seed) {

    public TrainingSettings {
        bounded("epochs", epochs, 1, 1000);
        bounded("patience", patience, 0, 1000);
        bounded("batch", batch, 1, 4096);
        bounded("learningRate", learningRate, 0, 1);
        bounded("imageLearningRate", imageLearningRate, 0, 1);
        bounded("ngramLearningRate", ngramLearningRate, 0, 1);
        bounded("warmUp", warmUp, 0, 1);
        bounded("weightDecay", weightDecay, 0, 1);
        bounded("clip", clip, 0, 1e6);
        bounded("dropout", dropout, 0, 0.9);
        bounded("tokenDropout", tokenDropout, 0, 0.9);
        bounded("modalityDropout", modalityDropout, 0, 1);
        bounded("labelSmoothing", labelSmoothing, 0, 0.5);
        bounded("positiveWeight", positiveWeight, 0, 1000);
    }

    private static void bounded(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must lie between " + low + " and " + high);
        }
    }

    /** Settings for tuning a small model on some thousand posts. */
    public static TrainingSettings standard() {
        return new TrainingSettings(5, 2, 32, 1e-4, 1e-3, 0.01, 0.1, 0.01, 1, 0.1, 0.1, 0.4, 0.05, 0, false, false, false, "cpu", 1);
    }

    public TrainingSettings withEpochs(int value) {
        return new TrainingSettings(value, patience, batch, learningRate, imageLearningRate, ngramLearningRate, warmUp, weightDecay, clip,
                dropout, tokenDropout, modalityDropout, labelSmoothing, positiveWeight, freezeText, freezeImage, mixedPrecision, device, seed);
    }

    public TrainingSettings withBatch(int value) {
        return new TrainingSettings(epochs, patience, value, learningRate, imageLearningRate, ngramLearningRate, warmUp, weightDecay, clip,
                dropout, tokenDropout, modalityDropout, labelSmoothing, positiveWeight, freezeText, freezeImage, mixedPrecision, device, seed);
    }

    public TrainingSettings withLearningRate(double value) {
        return new TrainingSettings(epochs, patience, batch, value, imageLearningRate, ngramLearningRate, warmUp, weightDecay, clip,
                dropout, tokenDropout, modalityDropout, labelSmoothing, positiveWeight, freezeText, freezeImage, mixedPrecision, device, seed);
    }

    public TrainingSettings withDevice(String value) {
        return new TrainingSettings(epochs, patience, batch, learningRate, imageLearningRate, ngramLearningRate, warmUp, weightDecay, clip,
                dropout, tokenDropout, modalityDropout, labelSmoothing, positiveWeight, freezeText, freezeImage, mixedPrecision, value, seed);
    }

    public TrainingSettings withSeed(long value) {
        return new TrainingSettings(epochs, patience, batch, learningRate, imageLearningRate, ngramLearningRate, warmUp, weightDecay, clip,
                dropout, tokenDropout, modalityDropout, labelSmoothing, positiveWeight, freezeText, freezeImage, mixedPrecision, device, value);
    }

    /** Every setting by its name, for logs and cards. */
    public Map<String, String> byName() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("epochs", epochs);
        values.put("patience", patience);
        values.put("batch", batch);
        values.put("learningRate", learningRate);
        values.put("imageLearningRate", imageLearningRate);
        values.put("ngramLearningRate", ngramLearningRate);
        values.put("warmUp", warmUp);
        values.put("weightDecay", weightDecay);
        values.put("clip", clip);
        values.put("dropout", dropout);
        values.put("tokenDropout", tokenDropout);
        values.put("modalityDropout", modalityDropout);
        values.put("labelSmoothing", labelSmoothing);
        values.put("positiveWeight", positiveWeight);
        values.put("freezeText", freezeText);
        values.put("freezeImage", freezeImage);
        values.put("mixedPrecision", mixedPrecision);
        values.put("device", device);
        values.put("seed", seed);
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }
}

package opsis.fusion.pretrain;

/**
 * How pre-training runs.
 *
 * @param steps          optimiser steps
 * @param batch          texts a step
 * @param learningRate   peak rate
 * @param warmUp         fraction of the steps over which the rate rises
 * @param masked         fraction of tokens to be told, 0.15 in BERT
 * @param mixedPrecision matrix products in bfloat16
 * @param device         "cpu", "gpu" or "auto"
 * @param seed           of initial weights, order and masks
 */
public record PretrainingSettings(long steps, int batch, double learningRate, double warmUp, double masked, boolean mixedPrecision,
                                  String device, long seed) {
    public PretrainingSettings {
        if (steps < 1 || batch < 1 || !(learningRate > 0 && learningRate < 1) || !(warmUp >= 0 && warmUp < 1)
                || !(masked > 0 && masked < 1)) {
            throw new IllegalArgumentException("steps and batch must be at least 1, learningRate and masked between 0 and 1, and warmUp "
                    + "from 0 to below 1: " + steps + ", " + batch + ", " + learningRate + ", " + masked + ", " + warmUp);
        }
    }

    public static PretrainingSettings standard() {
        return new PretrainingSettings(3000, 64, 7e-4, 0.06, 0.15, false, "cpu", 1);
    }
}

package opsis.fusion.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import java.util.Arrays;
import opsis.fusion.network.FusionNetwork;

/**
 * Binary cross-entropy on the logit with smoothed labels and class weights (torch's BCEWithLogitsLoss with weights, divided by their
 * sum). The head and the n-gram model are also each held to the label by themselves, at a lower weight, so that neither leans on the
 * other (deep supervision, Lee et al. 2015).
 */
final class Loss {
    private static final float ALONE = 0.5f;

    private final float smoothing;
    private final float positiveWeight;

    Loss(TrainingSettings settings, int[] labels) {
        smoothing = (float) settings.labelSmoothing();
        long positives = Arrays.stream(labels).filter(label -> label == 1).count();
        double balance = positives == 0 ? 1 : (double) (labels.length - positives) / positives;
        positiveWeight = (float) (settings.positiveWeight() == 0 ? balance : settings.positiveWeight());
    }

    NDArray of(FusionNetwork.Logits logits, FusionNetwork.Sides sides, float[] labels, NDManager scope) {
        float[] targets = new float[labels.length];
        float[] weights = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[i] = labels[i] * (1 - smoothing) + smoothing / 2;
            weights[i] = labels[i] == 1 ? positiveWeight : 1;
        }
        NDArray target = scope.create(targets);
        NDArray weight = scope.create(weights);
        NDArray whole = crossEntropy(logits.joint(), target, weight);
        if (logits.ngrams() == null) {
            return whole;
        }
        NDArray there = sides.hasText() == null ? weight : weight.mul(sides.hasText());
        return whole.add(crossEntropy(logits.head(), target, weight).add(crossEntropy(logits.ngrams(), target, there)).mul(ALONE));
    }

    /** softplus(x) − y·x, which is −y·ln σ(x) − (1−y)·ln(1−σ(x)). */
    private static NDArray crossEntropy(NDArray logits, NDArray target, NDArray weight) {
        NDArray each = Activation.softPlus(logits).sub(logits.mul(target));
        return each.mul(weight).sum().div(weight.sum().add(1e-6f));
    }
}

package opsis.fusion.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.function.UnaryOperator;
import opsis.fusion.tensor.Declaration;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;

/** The layers that the encoders and the head share, by parameter name. */
final class Layers {
    private static final double DEVIATION = 0.02;

    private final Parameters parameters;
    private final Kernels kernels;

    Layers(Parameters parameters, Kernels kernels) {
        this.parameters = parameters;
        this.kernels = kernels;
    }

    static void declareLinear(Declaration tensors, String name, int in, int out) {
        tensors.normal(name + ".weight", DEVIATION, out, in);
        tensors.zeros(name + ".bias", out);
    }

    static void declareNorm(Declaration tensors, String name, int size) {
        tensors.ones(name + ".weight", size);
        tensors.zeros(name + ".bias", size);
    }

    static void declareTable(Declaration tensors, String name, int rows, int size) {
        tensors.normal(name + ".weight", DEVIATION, rows, size);
    }

    NDArray linear(NDArray x, String name, Mode mode) {
        return kernels.linear(x, parameters.get(name + ".weight"), parameters.get(name + ".bias"), mode.training());
    }

    NDArray norm(NDArray x, String name, double epsilon) {
        NDArray weight = parameters.get(name + ".weight");
        return LayerNorm.layerNorm(x, weight.getShape(), weight, parameters.get(name + ".bias"), (float) epsilon).singletonOrThrow();
    }

    static NDArray dropout(NDArray x, Mode mode) {
        return mode.dropout() == 0 ? x : Dropout.dropout(x, mode.dropout(), true).singletonOrThrow();
    }

    NDArray attention(NDArray q, NDArray k, NDArray v, NDArray mask, Mode mode) {
        return kernels.attention(q, k, v, mask, mode.training());
    }

    /**
     * Runs a piece of the network on x in a manager of its own, so that its intermediate results, and x itself, are let go of as soon
     * as it ends. (What autograd still needs, PyTorch keeps by itself.)
     */
    static NDArray consume(NDArray x, UnaryOperator<NDArray> piece) {
        NDManager outer = x.getManager();
        try (NDManager inner = outer.newSubManager()) {
            x.attach(inner);
            NDArray result = piece.apply(x);
            result.attach(outer);
            return result;
        }
    }
}

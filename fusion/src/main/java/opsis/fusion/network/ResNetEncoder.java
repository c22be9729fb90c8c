package opsis.fusion.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import opsis.fusion.ModelConfig;
import opsis.fusion.tensor.Declaration;
import opsis.fusion.tensor.Parameters;

/** ResNet-18 (He et al. 2016) of any base width, with the semantics and tensor names of torchvision's resnet18 under "image.". */
final class ResNetEncoder {
    private static final String PREFIX = "image.";
    private static final int STAGES = 4;
    private static final int BLOCKS = 2;
    private static final float EPSILON = 1e-5f;
    /** DJL's momentum is the part kept, so this is torchvision's 0.1. */
    private static final float MOMENTUM = 0.9f;

    private final Parameters parameters;

    ResNetEncoder(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Declares the tensors; first values as torchvision's (He et al. 2015, fan-out). */
    static void declare(ModelConfig.Image config, Declaration tensors) {
        int width = config.baseWidth();
        declareConvolution(tensors, "conv1", width, 3, 7);
        declareNorm(tensors, "bn1", width);
        int in = width;
        for (int stage = 0; stage < STAGES; stage++) {
            int out = width << stage;
            for (int block = 0; block < BLOCKS; block++) {
                String name = name(stage, block);
                declareConvolution(tensors, name + "conv1", out, in, 3);
                declareNorm(tensors, name + "bn1", out);
                declareConvolution(tensors, name + "conv2", out, out, 3);
                declareNorm(tensors, name + "bn2", out);
                if (in != out) {
                    declareConvolution(tensors, name + "downsample.0", out, in, 1);
                    declareNorm(tensors, name + "downsample.1", out);
                }
                in = out;
            }
        }
    }

    private static void declareConvolution(Declaration tensors, String name, int out, int in, int kernel) {
        tensors.normal(PREFIX + name + ".weight", Math.sqrt(2.0 / (out * kernel * kernel)), out, in, kernel, kernel);
    }

    private static void declareNorm(Declaration tensors, String name, int channels) {
        tensors.ones(PREFIX + name + ".weight", channels);
        tensors.zeros(PREFIX + name + ".bias", channels);
        tensors.zeros(PREFIX + name + ".running_mean", channels);
        tensors.ones(PREFIX + name + ".running_var", channels);
    }

    /** Normalised pictures (batch, 3, height, width), which are consumed, to vectors (batch, 8 × base width). */
    NDArray encode(NDArray pictures, Mode mode) {
        NDArray x = Layers.consume(pictures, p -> {
            NDArray y = Activation.relu(normed(convolved(p, "conv1", 2, 3), "bn1", mode));
            return Pool.maxPool2d(y, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
        });
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < BLOCKS; block++) {
                String name = name(stage, block);
                int stride = block == 0 && stage > 0 ? 2 : 1;
                x = Layers.consume(x, input -> block(input, name, stride, mode));
            }
        }
        return Pool.globalAvgPool2d(x).reshape(x.getShape().get(0), x.getShape().get(1));
    }

    private NDArray block(NDArray x, String name, int stride, Mode mode) {
        NDArray y = Activation.relu(normed(convolved(x, name + "conv1", stride, 1), name + "bn1", mode));
        y = normed(convolved(y, name + "conv2", 1, 1), name + "bn2", mode);
        NDArray shortcut = stride == 1 ? x : normed(convolved(x, name + "downsample.0", stride, 0), name + "downsample.1", mode);
        return Activation.relu(y.add(shortcut));
    }

    private NDArray convolved(NDArray x, String name, int stride, int padding) {
        return Conv2d.conv2d(x, parameters.get(PREFIX + name + ".weight"), null, new Shape(stride, stride),
                new Shape(padding, padding), new Shape(1, 1), 1).singletonOrThrow();
    }

    private NDArray normed(NDArray x, String name, Mode mode) {
        String full = PREFIX + name;
        return x.getNDArrayInternal().batchNorm(x, parameters.get(full + ".running_mean"), parameters.get(full + ".running_var"),
                parameters.get(full + ".weight"), parameters.get(full + ".bias"), 1, MOMENTUM, EPSILON, mode.training())
                .singletonOrThrow();
    }

    private static String name(int stage, int block) {
        return "layer" + (stage + 1) + "." + block + ".";
    }
}

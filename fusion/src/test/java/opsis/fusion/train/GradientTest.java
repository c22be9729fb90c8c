package opsis.fusion.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.TinyModel;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.network.Mode;
import opsis.fusion.network.Tokens;
import opsis.fusion.picture.PictureReader;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.words.NgramHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradientTest {
    private static final float STEP = 5e-3f;
    private static final Mode TRAINING = new Mode(true, 0);

    @Test
    void gradientsAgreeWithFiniteDifferences(@TempDir Path folder) {
        var config = TinyModel.config(Pooling.CLS_MEAN_MAX, 64);
        Checkpoint checkpoint = Checkpoint.open(TinyModel.folder(folder, config));
        try (NDManager root = Engines.open("cpu"); Parameters parameters = checkpoint.load(root)) {
            FusionNetwork network = new FusionNetwork(config, parameters, new Kernels(root, false));
            parameters.trainable("", true);
            try (NDManager scope = root.newSubManager(); GradientCollector collector = Engines.engine().newGradientCollector()) {
                collector.backward(loss(network, scope));
            }
            List<String> names = List.of("text.embeddings.word_embeddings.weight", "text.encoder.layer.0.attention.self.query.weight",
                    "text.encoder.layer.0.output.dense.bias", "text.pooler.dense.weight", "text.ngrams.weight", "image.conv1.weight",
                    "image.layer3.1.bn2.weight", "fusion.missing_text", "fusion.missing_image", "fusion.dense.weight", "fusion.output.bias");
            for (String name : names) {
                assertAgrees(name, parameters.get(name), network, root);
            }
        }
    }

    /** Along the gradient itself, where the directional derivative is its norm. */
    private static void assertAgrees(String name, NDArray parameter, FusionNetwork network, NDManager root) {
        try (NDManager scope = root.newSubManager()) {
            NDArray gradient = parameter.getGradient();
            gradient.attach(scope);
            double norm = gradient.flatten().norm().getFloat();
            assertThat(norm).as("gradient of %s", name).isGreaterThan(1e-4);
            parameter.setRequiresGradient(false);
            NDArray direction = gradient.div((float) norm);
            float size = (float) Math.min(STEP, 0.004 / norm);
            parameter.addi(direction.mul(size));
            double above = loss(network, scope).getFloat();
            parameter.subi(direction.mul(2 * size));
            double below = loss(network, scope).getFloat();
            parameter.addi(direction.mul(size));
            assertThat((above - below) / (2 * size)).as("derivative of %s", name).isCloseTo(norm, within(0.05 * norm + 2e-3));
        }
    }

    private static NDArray loss(FusionNetwork network, NDManager scope) {
        NgramHasher hasher = new NgramHasher(64);
        Tokens tokens = Tokens.of(scope, List.of(new long[] {2, 5, 8, 3}, new long[] {2, 6, 3}, new long[] {2, 10, 11, 12, 3}), 0,
                List.of(hasher.of("καλο σκυλος", null), hasher.of("κακο", null), hasher.of("γατα το σπιτι", null)));
        PictureReader reader = new PictureReader(TinyModel.config(Pooling.CLS_MEAN_MAX, 64).image());
        NDArray pictures = reader.normalised(List.of(reader.read(TinyModel.picture(Color.RED, 1)), reader.read(TinyModel.picture(Color.BLUE, 2)),
                reader.read(TinyModel.picture(Color.GREEN, 3))), scope);
        FusionNetwork.Sides sides = network.encode(tokens, scope.create(new float[] {1, 1, 0}), pictures, scope.create(new float[] {1, 0, 1}),
                TRAINING);
        Loss loss = new Loss(TrainingSettings.standard(), new int[] {1, 0, 0});
        return loss.of(network.logits(sides, 3, scope, TRAINING), sides, new float[] {1, 0, 0}, scope);
    }
}

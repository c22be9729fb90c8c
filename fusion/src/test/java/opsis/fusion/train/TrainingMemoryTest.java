package opsis.fusion.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import opsis.fusion.LabelledPost;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelConfig.Pooling;
import opsis.fusion.TinyModel;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.words.WordPieceTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingMemoryTest {

    @Test
    void noArrayOutlivesItsStep(@TempDir Path folder) {
        ModelConfig config = new ModelConfig("words", TinyModel.config(Pooling.CLS, 0).text(), null, new ModelConfig.Fusion(8));
        List<LabelledPost> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            posts.add(new LabelledPost("p" + i, i % 2 == 0 ? "καλο σκυλος" : "κακο γατα σπιτι", null, i % 2, null));
        }
        TrainingSettings settings = TrainingSettings.standard().withEpochs(3).withBatch(4);
        TrainingData data = new TrainingData("memory", posts);
        List<Integer> counts = new ArrayList<>();
        try (NDManager root = Engines.open("cpu"); Parameters parameters = new Parameters(root);
             WordPieceTokenizer tokenizer = new WordPieceTokenizer(TinyModel.VOCABULARY, 12);
             EncodedPosts encoded = new EncodedPosts(posts, tokenizer, null, null, null)) {
            FusionNetwork.declare(config, parameters);
            RunFolder run = RunFolder.open(folder, settings, StartingPoint.fresh(config, TinyModel.VOCABULARY), data, data);
            new TrainingRun(settings, Clock.systemUTC(), config, parameters, encoded, encoded, run, new TrainingListener() {
                @Override
                public void onStep(int epoch, int step, int steps, double loss) {
                    counts.add(managed(parameters.manager()) + managed(root));
                }
            }).run();
        }
        assertThat(counts).hasSize(30);
        assertThat(new HashSet<>(counts.subList(1, counts.size()))).as("arrays held after each step").hasSize(1);
    }

    private static int managed(NDManager manager) {
        return manager.getManagedArrays().size();
    }
}

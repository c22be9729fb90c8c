package opsis.fusion.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opsis.fusion.ModelCard;
import opsis.fusion.ModelConfig;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.network.BertEncoder;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.network.Mode;
import opsis.fusion.network.Tokens;
import opsis.fusion.optimise.AdamW;
import opsis.fusion.optimise.Batches;
import opsis.fusion.optimise.LinearSchedule;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.words.WordPieceTokenizer;

/**
 * Masked-language-model pre-training (Devlin et al. 2019) with masks drawn anew each time a text is seen (Liu et al. 2019). The head
 * is BERT's: dense, GELU, layer norm, then the word table itself. It is left behind; the rest of the network gets fresh weights.
 */
public final class Pretrainer {
    private static final float EPSILON = 1e-12f;
    private static final double WEIGHT_DECAY = 0.01;

    private final PretrainingSettings settings;
    private final Clock clock;

    public Pretrainer(PretrainingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Pre-trains new weights on texts and writes a model folder to start training from.
     *
     * @param description of the texts, for the card
     */
    public void pretrain(ModelConfig config, List<String> vocabulary, List<String> texts, String description, Path outputFolder,
                         PretrainingListener listener) {
        Engines.engine().setRandomSeed((int) settings.seed());
        try (NDManager root = Engines.open(settings.device()); Parameters parameters = new Parameters(root);
             WordPieceTokenizer tokenizer = new WordPieceTokenizer(vocabulary, config.text().maxTokens())) {
            FusionNetwork.declare(config, parameters);
            declareHead(parameters, config.text());
            parameters.trainable("text.", true);
            parameters.trainable("mlm.", true);
            run(new BertEncoder(config.text(), parameters, new Kernels(root, settings.mixedPrecision())), parameters, tokenizer,
                    tokenizer.encodeAll(texts), config.text().vocabularySize(), root, listener);
            ModelCard card = new ModelCard(config.name(), "A text encoder pre-trained by masked language modelling; not yet trained to "
                    + "classify.", clock.instant(), List.of(description), "none", settings.seed(), 0.5, List.of(),
                    Map.of("pretraining", settings.toString()), Map.of(), List.of("any judgement of posts before training"));
            Checkpoint.write(outputFolder, config, vocabulary, card, parameters.allBut("mlm."), false);
        }
    }

    private static void declareHead(Parameters parameters, ModelConfig.Text text) {
        parameters.normal("mlm.dense.weight", 0.02, text.hiddenSize(), text.hiddenSize());
        parameters.zeros("mlm.dense.bias", text.hiddenSize());
        parameters.ones("mlm.LayerNorm.weight", text.hiddenSize());
        parameters.zeros("mlm.LayerNorm.bias", text.hiddenSize());
        parameters.zeros("mlm.bias", text.vocabularySize());
    }

    private void run(BertEncoder encoder, Parameters parameters, WordPieceTokenizer tokenizer, List<long[]> texts, int vocabularySize,
                     NDManager root, PretrainingListener listener) {
        AdamW optimiser = new AdamW(parameters, name -> new AdamW.Group(1, AdamW.isMatrix(name) ? WEIGHT_DECAY : 0), 1);
        LinearSchedule schedule = new LinearSchedule((long) Math.ceil(settings.warmUp() * settings.steps()), settings.steps());
        Random random = new Random(settings.seed());
        List<int[]> batches = new ArrayList<>();
        for (long step = 0; step < settings.steps(); step++) {
            if (batches.isEmpty()) {
                batches.addAll(Batches.of(texts.size(), settings.batch(), i -> texts.get(i).length, random));
            }
            List<long[]> batch = new ArrayList<>();
            for (int item : batches.remove(batches.size() - 1)) {
                batch.add(texts.get(item));
            }
            Masking masking = Masking.of(batch, settings.masked(), tokenizer, vocabularySize, random);
            if (masking.positions().length == 0) {
                continue;
            }
            double loss;
            try (NDManager scope = root.newSubManager()) {
                loss = backward(encoder, parameters, masking, tokenizer.pad(), scope);
                optimiser.step(settings.learningRate() * schedule.factor(step));
            }
            listener.onStep(step + 1, settings.steps(), loss);
        }
    }

    private static double backward(BertEncoder encoder, Parameters parameters, Masking masking, int pad, NDManager scope) {
        Mode mode = new Mode(true, 0);
        try (GradientCollector collector = Engines.engine().newGradientCollector()) {
            Tokens tokens = Tokens.of(scope, masking.texts(), pad, null);
            NDArray encoded = encoder.encode(tokens.ids(), tokens.mask(), mode);
            NDArray flat = encoded.reshape(new Shape(-1, encoded.getShape().get(2)));
            NDArray picked = Embedding.embedding(scope.create(masking.positions()), flat, SparseFormat.DENSE).singletonOrThrow();
            picked.attach(scope);
            NDArray x = Activation.gelu(linear(picked, parameters, "mlm.dense.weight", "mlm.dense.bias"));
            NDArray weight = parameters.get("mlm.LayerNorm.weight");
            x = LayerNorm.layerNorm(x, weight.getShape(), weight, parameters.get("mlm.LayerNorm.bias"), EPSILON).singletonOrThrow();
            NDArray logits = linear(x, parameters, "text.embeddings.word_embeddings.weight", "mlm.bias");
            NDArray targets = scope.create(masking.targets()).expandDims(1);
            NDArray loss = logits.logSoftmax(-1).gather(targets, 1).mean().neg();
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    private static NDArray linear(NDArray x, Parameters parameters, String weight, String bias) {
        return Linear.linear(x, parameters.get(weight), parameters.get(bias)).singletonOrThrow();
    }
}

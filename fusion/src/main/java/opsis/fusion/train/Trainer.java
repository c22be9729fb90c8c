package opsis.fusion.train;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opsis.fusion.LabelledPost;
import opsis.fusion.ModelCard;
import opsis.fusion.ModelConfig;
import opsis.fusion.ModelException;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.evaluate.Evaluation;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.picture.PictureReader;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.words.NgramHasher;
import opsis.fusion.words.WordPieceTokenizer;

/** Trains the network end to end and leaves a model folder. One training at a time in a process: the engine records one graph only. */
public final class Trainer {
    private static final int BOOTSTRAP_ROUNDS = 1000;

    private final TrainingSettings settings;
    private final Clock clock;

    public Trainer(TrainingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Trains, keeps the weights of the epoch with the best macro-F1 on the validation part, and writes the model folder.
     * Where the output folder holds an unfinished run with the same settings, training goes on after its last whole epoch.
     *
     * @throws ModelException where the starting point or a picture cannot be read
     */
    public TrainingResult train(StartingPoint start, TrainingData training, TrainingData validation, Path outputFolder,
                                TrainingListener listener) {
        Engines.engine().setRandomSeed((int) settings.seed());
        try (NDManager root = Engines.open(settings.device()); Prepared prepared = prepare(start, training, root);
             EncodedPosts trainingPosts = prepared.encode(training.posts()); EncodedPosts validationPosts = prepared.encode(validation.posts())) {
            if (trainingPosts.size() == 0 || validationPosts.size() == 0) {
                throw new ModelException("No post of the " + (trainingPosts.size() == 0 ? "training" : "validation")
                        + " part has a side that this network reads; give texts or pictures, or another network");
            }
            RunFolder folder = RunFolder.open(outputFolder, settings, start, training, validation);
            TrainingRun run = new TrainingRun(settings, clock, prepared.config(), prepared.parameters(), trainingPosts, validationPosts,
                    folder, listener);
            TrainingRun.Outcome outcome = run.run();
            ModelCard card = card(prepared.config().name(), training, validation, outcome, validationPosts.labels());
            Checkpoint.write(outputFolder, prepared.config(), prepared.vocabulary(), card, prepared.parameters().all(), true);
            folder.finish();
            return new TrainingResult(outputFolder, card, outcome.bestEpoch(), outcome.epochs());
        }
    }

    /** What the starting point gives: sizes, vocabulary, tensors, and the means to encode posts. */
    private record Prepared(ModelConfig config, List<String> vocabulary, Parameters parameters, WordPieceTokenizer tokenizer,
                            NgramHasher hasher, float[] idf, PictureReader reader) implements AutoCloseable {

        EncodedPosts encode(List<LabelledPost> posts) {
            return new EncodedPosts(posts, tokenizer, hasher, idf, reader);
        }

        @Override
        public void close() {
            if (tokenizer != null) {
                tokenizer.close();
            }
            parameters.close();
        }
    }

    private static Prepared prepare(StartingPoint start, TrainingData training, NDManager root) {
        ModelConfig config;
        List<String> vocabulary;
        Parameters parameters;
        if (start instanceof StartingPoint.Checkpoint given) {
            Checkpoint checkpoint = Checkpoint.open(given.folder());
            config = checkpoint.config();
            vocabulary = checkpoint.vocabulary();
            parameters = checkpoint.load(root);
        } else {
            StartingPoint.Fresh fresh = (StartingPoint.Fresh) start;
            config = fresh.config();
            vocabulary = fresh.vocabulary();
            if (config.text() != null && config.text().vocabularySize() != vocabulary.size()) {
                throw new ModelException("The vocabulary holds " + vocabulary.size() + " tokens where the configuration asks for "
                        + config.text().vocabularySize() + "; make them agree");
            }
            parameters = new Parameters(root);
            FusionNetwork.declare(config, parameters);
        }
        boolean words = config.text() != null;
        NgramHasher hasher = words && config.text().ngramBuckets() > 0 ? new NgramHasher(config.text().ngramBuckets()) : null;
        return new Prepared(config, vocabulary, parameters,
                words ? new WordPieceTokenizer(vocabulary, config.text().maxTokens()) : null, hasher,
                hasher == null ? null : frequencies(parameters, hasher, training.posts()),
                config.image() == null ? null : new PictureReader(config.image()));
    }

    /** The checkpoint's document frequencies; or, where it has none yet, those of the training texts. */
    private static float[] frequencies(Parameters parameters, NgramHasher hasher, List<LabelledPost> posts) {
        float[] known = parameters.get(FusionNetwork.IDF).toFloatArray();
        for (float value : known) {
            if (value != 1) {
                return known;
            }
        }
        List<String> texts = posts.stream().map(LabelledPost::text).filter(text -> text != null).toList();
        float[] counted = hasher.inverseDocumentFrequencies(texts);
        parameters.put(FusionNetwork.IDF, parameters.manager().create(counted));
        return counted;
    }

    private ModelCard card(String name, TrainingData training, TrainingData validation, TrainingRun.Outcome outcome, int[] labels) {
        List<String> data = new ArrayList<>();
        data.add("training (" + training.posts().size() + " posts): " + training.description());
        data.add("validation (" + validation.posts().size() + " posts): " + validation.description());
        Evaluation evaluation = Evaluation.of(labels, outcome.probabilities(), outcome.threshold(), BOOTSTRAP_ROUNDS, settings.seed());
        ModelCard.Result result = evaluation.result("validation, on which epoch and threshold were chosen");
        return new ModelCard(name, "Says how likely a post is hateful, from its words and its picture as a reader sees them.",
                clock.instant(), data, "given by the caller", settings.seed(), outcome.threshold(), List.of(result), settings.byName(),
                software(), List.of("punishing anyone without a person's review", "languages and times other than the training data's"));
    }

    private static Map<String, String> software() {
        return Map.of("java", Runtime.version().toString(), "DJL PyTorch engine", Engines.engine().getVersion());
    }
}

package opsis.fusion.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import opsis.fusion.ModelConfig;
import opsis.fusion.evaluate.Metrics;
import opsis.fusion.evaluate.Thresholds;
import opsis.fusion.network.FusionNetwork;
import opsis.fusion.network.Mode;
import opsis.fusion.optimise.AdamW;
import opsis.fusion.optimise.LinearSchedule;
import opsis.fusion.tensor.Engines;
import opsis.fusion.tensor.Kernels;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.train.TrainingListener.EpochReport;

/** One training from the first step, or from where it was broken off, to the best weights. */
final class TrainingRun {
    private static final int VALIDATION_BATCH = 128;

    private final TrainingSettings settings;
    private final Clock clock;
    private final Parameters parameters;
    private final FusionNetwork network;
    private final FusionNetwork precise;
    private final EncodedPosts training;
    private final EncodedPosts validation;
    private final RunFolder folder;
    private final TrainingListener listener;
    private final AdamW optimiser;
    private final Loss loss;

    /** @param probabilities of the validation posts by the best epoch's weights */
    record Outcome(int bestEpoch, double threshold, double[] probabilities, List<EpochReport> epochs) {
    }

    TrainingRun(TrainingSettings settings, Clock clock, ModelConfig config, Parameters parameters, EncodedPosts training,
                EncodedPosts validation, RunFolder folder, TrainingListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.parameters = parameters;
        this.training = training;
        this.validation = validation;
        this.folder = folder;
        this.listener = listener;
        NDManager manager = parameters.manager();
        this.network = new FusionNetwork(config, parameters, new Kernels(manager, settings.mixedPrecision()));
        this.precise = new FusionNetwork(config, parameters, new Kernels(manager, false));
        this.optimiser = new AdamW(parameters, this::group, settings.clip());
        this.loss = new Loss(settings, training.labels());
    }

    /** The rates are relative to the learning rate. */
    private AdamW.Group group(String name) {
        double decay = AdamW.isMatrix(name) ? settings.weightDecay() : 0;
        double rate = settings.learningRate();
        if (name.startsWith("image.")) {
            rate = settings.imageLearningRate();
        } else if (name.startsWith("text.ngrams")) {
            rate = settings.ngramLearningRate();
        }
        return new AdamW.Group(rate, decay);
    }

    Outcome run() {
        RunFolder.State state = folder.restore(parameters, optimiser);
        parameters.trainable("", true);
        if (settings.freezeText()) {
            parameters.trainable("text.", false);
        }
        if (settings.freezeImage()) {
            parameters.trainable("image.", false);
        }
        List<EpochReport> reports = new ArrayList<>(state.epochs());
        int bestEpoch = state.bestEpoch();
        double best = state.bestMacroF1();
        boolean tired = settings.patience() > 0 && !reports.isEmpty() && reports.size() - bestEpoch >= settings.patience();
        for (int epoch = reports.size() + 1; epoch <= settings.epochs() && !tired; epoch++) {
            Instant began = clock.instant();
            double meanLoss = epoch(epoch);
            double[] probabilities = probabilities();
            double threshold = Thresholds.bestMacroF1(validation.labels(), probabilities);
            Metrics metrics = Metrics.of(validation.labels(), probabilities, threshold);
            boolean better = metrics.macroF1() > best;
            if (better) {
                best = metrics.macroF1();
                bestEpoch = epoch;
            }
            double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
            EpochReport report = new EpochReport(epoch, meanLoss, metrics.accuracy(), metrics.macroF1(), threshold, better, seconds);
            reports.add(report);
            folder.save(parameters, optimiser, report, new RunFolder.State(reports, bestEpoch, best));
            listener.onEpoch(report);
            tired = settings.patience() > 0 && epoch - bestEpoch >= settings.patience();
        }
        parameters.trainable("", false);
        folder.restoreBest(parameters);
        double[] probabilities = probabilities();
        return new Outcome(bestEpoch, Thresholds.bestMacroF1(validation.labels(), probabilities), probabilities, reports);
    }

    /** One pass over the training part. All that is random in it follows from the seed and the epoch's number, so it can be repeated. */
    private double epoch(int epoch) {
        Random random = new Random(settings.seed() * 1_000_003L + epoch);
        Engines.engine().setRandomSeed((int) (settings.seed() * 1009 + epoch));
        List<int[]> batches = training.batches(settings.batch(), random);
        long all = (long) batches.size() * settings.epochs();
        LinearSchedule schedule = new LinearSchedule((long) Math.ceil(settings.warmUp() * all), all);
        double sum = 0;
        for (int i = 0; i < batches.size(); i++) {
            double value;
            try (NDManager scope = parameters.manager().newSubManager()) {
                value = backward(batches.get(i), random, scope);
                optimiser.step(schedule.factor((epoch - 1L) * batches.size() + i));
            }
            sum += value;
            listener.onStep(epoch, i + 1, batches.size(), value);
        }
        return sum / batches.size();
    }

    private double backward(int[] batch, Random random, NDManager scope) {
        Mode mode = new Mode(true, (float) settings.dropout());
        boolean both = training.hasText(batch[0]) && training.hasPicture(batch[0]);
        float[] hasText = new float[batch.length];
        float[] hasPicture = new float[batch.length];
        Arrays.fill(hasText, 1);
        Arrays.fill(hasPicture, 1);
        for (int i = 0; both && i < batch.length; i++) {
            double draw = random.nextDouble();
            hasText[i] = draw < settings.modalityDropout() / 2 ? 0 : 1;
            hasPicture[i] = draw >= settings.modalityDropout() / 2 && draw < settings.modalityDropout() ? 0 : 1;
        }
        try (GradientCollector collector = Engines.engine().newGradientCollector()) {
            NDArray textThere = both ? scope.create(hasText) : null;
            NDArray pictureThere = both ? scope.create(hasPicture) : null;
            FusionNetwork.Sides sides = network.encode(training.tokens(batch, scope, settings.tokenDropout(), random), textThere, mode,
                    training.pictures(batch, scope), pictureThere, settings.freezeImage() ? Mode.INFERENCE : mode);
            NDArray value = loss.of(network.logits(sides, batch.length, scope, mode), sides, training.labels(batch), scope);
            collector.backward(value);
            return value.getFloat();
        }
    }

    /** Of the validation posts, in their order, from all that there is of each. */
    private double[] probabilities() {
        double[] probabilities = new double[validation.size()];
        for (int[] batch : validation.batches(VALIDATION_BATCH, new Random(0))) {
            try (NDManager scope = parameters.manager().newSubManager()) {
                FusionNetwork.Sides sides = precise.encode(validation.tokens(batch, scope, 0, null), null,
                        validation.pictures(batch, scope), null, Mode.INFERENCE);
                float[] values = precise.logits(sides, batch.length, scope, Mode.INFERENCE).joint().toFloatArray();
                for (int i = 0; i < batch.length; i++) {
                    probabilities[batch[i]] = 1 / (1 + Math.exp(-values[i]));
                }
            }
        }
        return probabilities;
    }
}

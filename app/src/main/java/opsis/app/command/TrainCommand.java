package opsis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opsis.app.stage.LabelledPosts;
import opsis.app.stage.Labels;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Progress;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.fusion.LabelledPost;
import opsis.fusion.evaluate.Split;
import opsis.fusion.train.StartingPoint;
import opsis.fusion.train.Trainer;
import opsis.fusion.train.TrainingData;
import opsis.fusion.train.TrainingListener;
import opsis.fusion.train.TrainingResult;
import opsis.fusion.train.TrainingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "train", description = "Tunes a model on the workspace's labelled posts, words and pictures, end to end.",
        footer = {"", "A fifth of the posts (--validation) is kept for validation: the best epoch and the threshold are"
            + " chosen on it. Posts of one author, and near-duplicates, stay on one side.", "", "Examples:",
            "  opsis train --output models/mine", "  opsis train --output models/mine --epochs 10 --seed 3"})
final class TrainCommand extends BaseCommand {

    private static final int FEWEST = 20;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true, description = "The new model folder.")
    private String output;

    @Option(names = "--from", paramLabel = "DIR", description = "Start from this model. Default: the active model.")
    private String from;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "5", description = "Passes over the training posts.")
    private int epochs;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "32", description = "Posts in one step.")
    private int batch;

    @Option(names = "--learning-rate", paramLabel = "R", defaultValue = "1e-4", description = "Peak learning rate.")
    private double learningRate;

    @Option(names = "--validation", paramLabel = "PART", defaultValue = "0.2",
            description = "Part of the posts that is kept for validation.")
    private double validation;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the split and the training.")
    private long seed;

    @Option(names = "--device", paramLabel = "NAME", defaultValue = "auto", description = "cpu, gpu or auto.")
    private String device;

    @Option(names = "--hateful", paramLabel = "LABEL", split = ",",
            description = "Labels that mean hateful. Default: 1, true, yes, off, offensive, hate, hateful, toxic.")
    private List<String> hateful;

    @Option(names = "--with-picture", description = "Leave out posts that were not captured.")
    private boolean withPicture;

    TrainCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() throws Exception {
        if (epochs < 1 || batch < 1 || validation <= 0 || validation >= 1) {
            throw new CommandFailure(ExitStatus.USAGE,
                    "--epochs and --batch must be 1 or more, --validation between 0 and 1.");
        }
        Terminal terminal = terminal();
        Path folder = path(output);
        if (Files.exists(folder.resolve("model.safetensors"))) {
            throw new CommandFailure(ExitStatus.USAGE, folder + " holds a model already; name a new folder.");
        }
        try (Workspace workspace = openWorkspace()) {
            Labels labels = hateful == null ? Labels.common() : Labels.common().withHateful(Set.copyOf(hateful));
            LabelledPosts labelled = LabelledPosts.of(workspace.store(), labels, withPicture);
            labelled.unknown().forEach((label, count) -> terminal.warn(count + " posts have the label «" + label
                    + "», which is not understood; name it with --hateful, or relabel it 0 or 1."));
            TrainingResult result = train(workspace, labelled.posts(), folder, terminal);
            terminal.result(Map.of("model", folder.toString(), "bestEpoch", result.bestEpoch(), "threshold",
                    result.card().threshold(), "results", result.card().results()),
                    () -> words(result, folder));
        }
        return ExitStatus.DONE;
    }

    private TrainingResult train(Workspace workspace, List<LabelledPost> posts, Path folder, Terminal terminal) {
        if (posts.size() < FEWEST || posts.stream().mapToInt(LabelledPost::label).distinct().count() < 2) {
            throw new CommandFailure(ExitStatus.BAD_INPUT, "Training needs at least " + FEWEST
                    + " labelled posts, of both classes; there are " + posts.size()
                    + ". Ingest a CSV or TSV with a label column.");
        }
        Split split = Split.stratified(posts, validation, seed);
        String description = "posts of the workspace " + workspace.folder().toAbsolutePath().normalize().getFileName();
        TrainingSettings training = TrainingSettings.standard().withEpochs(epochs).withBatch(batch)
                .withLearningRate(learningRate).withSeed(seed).withDevice(device);
        try (Progress progress = terminal.progress("train", 0)) {
            return new Trainer(training, environment().clock()).train(
                    StartingPoint.checkpoint(Models.folder(from, workspace, environment())),
                    new TrainingData(description, split.rest()), new TrainingData(description, split.held()), folder,
                    new Watch(progress, terminal, epochs));
        }
    }

    private static String words(TrainingResult result, Path folder) {
        TrainingListener.EpochReport best = result.epochs().get(result.bestEpoch() - 1);
        return String.format(Locale.ROOT, "The model is in %s: epoch %d, validation accuracy %.3f, macro-F1 %.3f at"
                + " threshold %.2f. Its card: %s", folder, result.bestEpoch(), best.accuracy(), best.macroF1(),
                best.threshold(), folder.resolve("card.md"));
    }

    /** Shows steps as progress and epochs as lines. */
    private static final class Watch implements TrainingListener {
        private final Progress progress;
        private final Terminal terminal;
        private final int epochs;

        private Watch(Progress progress, Terminal terminal, int epochs) {
            this.progress = progress;
            this.terminal = terminal;
            this.epochs = epochs;
        }

        @Override
        public void onStep(int epoch, int step, int stepsPerEpoch, double loss) {
            progress.total((long) epochs * stepsPerEpoch);
            progress.step(1);
        }

        @Override
        public void onEpoch(EpochReport report) {
            terminal.say(String.format(Locale.ROOT, "epoch %d: loss %.4f, validation accuracy %.3f, macro-F1 %.3f%s",
                    report.epoch(), report.trainingLoss(), report.accuracy(), report.macroF1(),
                    report.best() ? " (best so far)" : ""));
        }
    }
}

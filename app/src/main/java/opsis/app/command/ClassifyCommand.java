package opsis.app.command;

import opsis.app.settings.Settings;
import opsis.app.stage.ClassifyNumbers;
import opsis.app.stage.ClassifyStage;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.fusion.classify.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "classify", description = "Classifies the captured posts that the model has not classified yet.",
        footer = {"", "Examples:", "  opsis classify", "  opsis classify --model runs/2026-11 --words-only"})
final class ClassifyCommand extends BaseCommand {

    @Option(names = "--model", paramLabel = "DIR", description = "A model folder. Default: the setting classify.model.")
    private String model;

    @Option(names = "--batch", paramLabel = "N", description = "Posts in one forward pass. Default: classify.batch.")
    private Integer batch;

    @Option(names = "--device", paramLabel = "NAME", defaultValue = "auto", description = "cpu, gpu or auto.")
    private String device;

    @Option(names = "--words-only", description = "Score the words of posts that have no picture, too.")
    private boolean wordsOnly;

    ClassifyCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() {
        Terminal terminal = terminal();
        ClassifyNumbers numbers;
        try (Workspace workspace = openWorkspace()) {
            Settings.Classify settings = workspace.settings().classify();
            try (Classifier classifier = Models.open(Models.folder(model, workspace, environment()),
                    batch == null ? settings.batch() : batch, device)) {
                numbers = new ClassifyStage(workspace.store(), terminal, environment().clock(),
                        environment().interruption()).run(classifier, wordsOnly || settings.wordsOnly());
            }
        }
        numbers.failed().forEach(terminal::warn);
        terminal.result(numbers, () -> String.format("%d posts classified by %s: %d at or over the threshold %.2f",
                numbers.classified(), numbers.model(), numbers.overThreshold(), numbers.threshold()));
        if (numbers.interrupted()) {
            return ExitStatus.INTERRUPTED;
        }
        return numbers.failed().isEmpty() ? ExitStatus.DONE : ExitStatus.PARTLY;
    }
}

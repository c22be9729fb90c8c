package opsis.app.command;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opsis.app.settings.Settings;
import opsis.app.stage.ExplainNumbers;
import opsis.app.stage.ExplainStage;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.fusion.classify.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "Shows which words and which regions of the picture decided (LIME).",
        footer = {"", "Explanations are stored; the same seed gives the same one, bit for bit.", "", "Examples:",
            "  opsis explain --top 5", "  opsis explain 17 --seed 3",
            "  opsis explain --replay 17"})
final class ExplainCommand extends BaseCommand {

    @Parameters(arity = "0..*", paramLabel = "POST", description = "Ids of posts. Default: by --top and --uncertain.")
    private List<String> posts = List.of();

    @Option(names = "--top", paramLabel = "N", description = "The N most probable. Default: explain.top.")
    private Integer top;

    @Option(names = "--uncertain", paramLabel = "N",
            description = "And the N nearest to the threshold. Default: explain.uncertain, or 0 beside --top.")
    private Integer uncertain;

    @Option(names = "--samples", paramLabel = "N",
            description = "Perturbed inputs for the words and for the regions. Default: the settings' numbers.")
    private Integer samples;

    @Option(names = "--seed", paramLabel = "N", description = "Default: explain.seed.")
    private Long seed;

    @Option(names = "--model", paramLabel = "DIR", description = "A model folder. Default: the setting classify.model.")
    private String model;

    @Option(names = "--replay", description = "Make the stored explanations of these posts again and compare them.")
    private boolean replay;

    ExplainCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() throws IOException {
        try (Workspace workspace = openWorkspace()) {
            Settings settings = workspace.settings();
            try (Classifier classifier = Models.open(Models.folder(model, workspace, environment()),
                    settings.classify().batch(), "auto")) {
                ExplainStage stage = new ExplainStage(workspace.store(), terminal(), environment().clock(),
                        environment().interruption());
                return replay ? replay(stage, classifier, settings.classify().batch())
                        : explain(stage, classifier, workspace, settings);
            }
        }
    }

    private ExitStatus explain(ExplainStage stage, Classifier classifier, Workspace workspace, Settings settings) {
        if (top != null && top < 0 || uncertain != null && uncertain < 0) {
            throw new CommandFailure(ExitStatus.USAGE, "--top and --uncertain must be 0 or more.");
        }
        Terminal terminal = terminal();
        int most = top == null ? settings.explain().top() : top;
        int near = uncertain != null ? uncertain : top != null ? 0 : settings.explain().uncertain();
        Collection<String> chosen = posts.isEmpty()
                ? ExplainStage.chosen(workspace.store(), classifier.version(), Instant.EPOCH, most, near) : posts;
        ExplainNumbers numbers = stage.run(classifier, chosen, effort(settings.explain()),
                settings.classify().batch());
        numbers.failed().forEach(terminal::warn);
        terminal.result(numbers, () -> numbers.explained() + " posts explained, " + numbers.already()
                + " had their explanation. Next: opsis report");
        if (numbers.interrupted()) {
            return ExitStatus.INTERRUPTED;
        }
        return numbers.failed().isEmpty() ? ExitStatus.DONE : ExitStatus.PARTLY;
    }

    private Settings.Explain effort(Settings.Explain settings) {
        return new Settings.Explain(settings.top(), settings.uncertain(),
                samples == null ? settings.wordSamples() : samples,
                samples == null ? settings.regionSamples() : samples, seed == null ? settings.seed() : seed);
    }

    private ExitStatus replay(ExplainStage stage, Classifier classifier, int batch) throws IOException {
        if (posts.isEmpty()) {
            throw new CommandFailure(ExitStatus.USAGE, "--replay needs the ids of posts.");
        }
        Map<String, Boolean> identical = new LinkedHashMap<>();
        for (String post : posts) {
            identical.put(post, stage.replay(classifier, post, batch));
        }
        boolean all = !identical.containsValue(false);
        terminal().result(Map.of("identical", identical), () -> all
                ? "Every number came out the same." : "Not the same: " + identical);
        return all ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}

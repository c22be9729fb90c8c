package opsis.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import opsis.app.night.MorningReport;
import opsis.app.settings.Settings;
import opsis.app.terminal.ExitStatus;
import opsis.app.workspace.Workspace;
import opsis.fusion.classify.Classifier;
import opsis.storage.Run;
import opsis.storage.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "report", description = "Writes a report of all that is stored: one HTML file with numbers, top posts and explanations.",
        footer = {"", "Examples:", "  opsis report", "  opsis report --output /srv/reports"})
final class ReportCommand extends BaseCommand {

    /** Stands for all that is stored since the first post came. */
    private static final long NO_RUN = 0;

    @Option(names = "--profile", paramLabel = "NAME",
            description = "Count the captures of this profile. Default: the profile used last.")
    private String profile;

    @Option(names = "--model", paramLabel = "DIR", description = "A model folder. Default: the setting classify.model.")
    private String model;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", description = "Default: the setting report.folder.")
    private String output;

    ReportCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() throws IOException {
        try (Workspace workspace = openWorkspace()) {
            Settings settings = workspace.settings();
            Path folder = output == null ? workspace.folder().resolve(settings.report().folder()) : path(output);
            Path model = Models.folder(this.model, workspace, environment());
            try (Classifier classifier = Models.open(model, settings.classify().batch(), "cpu")) {
                Path file = new MorningReport(workspace, environment().clock()).write(run(workspace),
                        classifier.version(), classifier.card(), classifier.threshold(), profile(workspace), folder).file();
                terminal().result(Map.of("report", file.toString()), () -> "The report is " + file.toUri());
            }
        }
        return ExitStatus.DONE;
    }

    private Run run(Workspace workspace) {
        Instant now = environment().clock().instant();
        return new Run(NO_RUN, "report", workspace.store().posts().firstAddedAt().orElse(now), now, RunState.DONE,
                null);
    }

    private String profile(Workspace workspace) {
        return profile != null ? profile : workspace.store().captures().latestProfile()
                .orElse(workspace.settings().capture().profile());
    }
}

package opsis.app.command;

import java.io.IOException;
import java.util.Random;
import opsis.app.night.Night;
import opsis.app.night.NightParts;
import opsis.app.night.NightResult;
import opsis.app.settings.Settings;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.storage.ingest.IngestSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "nightly", description = "Runs the night: ingest, capture, classify, explain, report. Resumes.",
        footer = {"", "What was cut off, by kill -9 too, is taken up where it stopped.", "", "Example:",
            "  opsis nightly --json > last-night.json"})
final class NightlyCommand extends BaseCommand {

    @Option(names = "--limit", paramLabel = "N", description = "Capture at most so many posts.",
            defaultValue = "2147483647", showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private int limit;

    NightlyCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() throws IOException {
        if (limit < 1) {
            throw new CommandFailure(ExitStatus.USAGE, "--limit must be 1 or more.");
        }
        Terminal terminal = terminal();
        try (Workspace workspace = openWorkspace()) {
            NightResult result = night(workspace, limit, environment(), terminal).run();
            result.numbers().problems().forEach(terminal::warn);
            terminal.result(result.numbers(),
                    () -> result.words(workspace.settings(), environment().interactive()));
            return result.numbers().status();
        }
    }

    /** Wires a night as the workspace's settings say. */
    static Night night(Workspace workspace, int limit, Environment environment, Terminal terminal) {
        Settings settings = workspace.settings();
        NightParts parts = new NightParts(new IngestSettings(settings.ingest().prefix(), null),
                CaptureOrders.of(settings.capture(), Profiles.at(
                        Profiles.find(settings.capture().profile(), workspace.folder()),
                        settings.capture().urlTemplate()), limit, workspace.folder()), settings.explain(),
                Models.folder(null, workspace, environment),
                workspace.folder().resolve(settings.ingest().folder()),
                workspace.folder().resolve(settings.report().folder()));
        return new Night(workspace, parts, terminal, environment.clock(), environment.interruption(), new Random());
    }
}

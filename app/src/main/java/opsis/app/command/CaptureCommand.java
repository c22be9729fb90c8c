package opsis.app.command;

import java.util.Random;
import opsis.app.settings.Settings;
import opsis.app.stage.CaptureNumbers;
import opsis.app.stage.CaptureOrder;
import opsis.app.stage.CaptureStage;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.capture.Outcome;
import opsis.capture.profile.PageProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "capture", description = "Captures what is due in headless Chrome: 600×600 pixels, with the layout.",
        footer = {"", "Examples:", "  opsis capture --profile card --limit 500",
            "  opsis capture --retry TIMEOUT --workers 2"})
final class CaptureCommand extends BaseCommand {

    @Option(names = "--profile", paramLabel = "NAME",
            description = "card, x-embed, generic, or a profile's YAML file. Default: the setting capture.profile.")
    private String profileName;

    @Option(names = "--limit", paramLabel = "N", description = "The most posts.", defaultValue = "2147483647",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private int limit;

    @Option(names = "--workers", paramLabel = "N", description = "Browsers at once. Default: capture.workers.")
    private Integer workers;

    @Option(names = "--retry", paramLabel = "OUTCOME",
            description = "First make the posts with this outcome due again: ${COMPLETION-CANDIDATES}.")
    private Outcome retry;

    CaptureCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() {
        if (limit < 1 || workers != null && (workers < 1 || workers > 64)) {
            throw new CommandFailure(ExitStatus.USAGE, "--limit must be 1 or more, --workers 1 to 64.");
        }
        Terminal terminal = terminal();
        CaptureNumbers numbers;
        try (Workspace workspace = openWorkspace()) {
            Settings.Capture settings = workspace.settings().capture();
            PageProfile profile = Profiles.at(
                    profileName == null ? Profiles.find(settings.profile(), workspace.folder())
                            : Profiles.find(profileName, environment().folder()),
                    profileName == null ? settings.urlTemplate() : "");
            if (retry != null) {
                workspace.store().captures().retry(profile.name(), retry.name(), environment().clock().instant());
            }
            CaptureOrder order = CaptureOrders.of(settings, profile, limit, workspace.folder());
            numbers = new CaptureStage(workspace.store(), terminal, environment().clock(),
                    environment().interruption(), new Random()).run(workers == null ? order : order.withBrowsers(workers));
        }
        terminal.result(numbers, () -> words(numbers));
        return status(numbers);
    }

    private static String words(CaptureNumbers numbers) {
        return numbers.captured() + " of " + numbers.due() + " due posts captured in " + numbers.attempts()
                + " attempts" + (numbers.outcomes().isEmpty() ? "" : ": " + numbers.outcomes())
                + (numbers.left() == 0 ? "" : ". " + numbers.left() + " are left"
                        + (numbers.nextAttempt() == null ? "" : ", to be tried again from " + numbers.nextAttempt()));
    }

    private static ExitStatus status(CaptureNumbers numbers) {
        if (numbers.interrupted()) {
            return ExitStatus.INTERRUPTED;
        }
        return numbers.left() > 0 ? ExitStatus.PARTLY : ExitStatus.DONE;
    }
}

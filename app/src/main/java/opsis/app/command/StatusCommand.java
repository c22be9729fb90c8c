package opsis.app.command;

import java.util.List;
import java.util.Map;
import opsis.app.terminal.ExitStatus;
import opsis.app.workspace.Workspace;
import opsis.storage.Run;
import opsis.storage.Store;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows what the workspace holds, what is due, and the last nights.",
        footer = {"", "Example:", "  opsis status --json"})
final class StatusCommand extends BaseCommand {

    private static final int RUNS = 5;

    /** What a workspace holds. */
    record Status(String workspace, long posts, String profile, long due, Map<String, Long> outcomes,
            List<Run> runs) {
    }

    StatusCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() {
        try (Workspace workspace = openWorkspace()) {
            Store store = workspace.store();
            String profile = store.captures().latestProfile().orElse(workspace.settings().capture().profile());
            Status status = new Status(workspace.folder().toString(), store.posts().count(), profile,
                    store.captures().countDue(profile, environment().clock().instant()),
                    store.captures().outcomes(profile), store.runs().recent(RUNS));
            terminal().result(status, () -> words(status));
        }
        return ExitStatus.DONE;
    }

    private static String words(Status status) {
        StringBuilder words = new StringBuilder();
        words.append("Workspace ").append(status.workspace()).append(": ").append(status.posts()).append(" posts, ")
                .append(status.due()).append(" due for capture by profile ").append(status.profile()).append('\n');
        status.outcomes().forEach((outcome, count) -> words.append(String.format("  %-20s %8d%n", outcome, count)));
        status.runs().forEach(run -> words.append(String.format("Run %d (%s) began %s: %s%n", run.id(), run.kind(),
                run.startedAt(), run.state())));
        return words.toString().stripTrailing();
    }
}

package opsis.app.command;

import java.nio.file.Path;
import java.util.Map;
import opsis.app.terminal.ExitStatus;
import opsis.app.workspace.Workspace;
import picocli.CommandLine.Command;

@Command(name = "init", description = "Makes a workspace: opsis.yaml with every setting explained, and the database.",
        footer = {"", "Examples:", "  opsis init", "  opsis init --workspace /srv/opsis"})
final class InitCommand extends BaseCommand {

    InitCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() {
        Path folder = givenWorkspace() == null ? environment().folder().resolve("opsis-data") : workspaceFolder();
        boolean created = Workspace.create(folder);
        long posts;
        try (Workspace workspace = Workspace.open(folder, settingsLoader(), environment().clock())) {
            posts = workspace.store().posts().count();
        }
        terminal().result(Map.of("workspace", folder.toString(), "created", created, "posts", posts),
                () -> created ? "Made a workspace in " + folder + ". Next: opsis ingest FILE"
                        : "There is a workspace in " + folder + " already, with " + posts + " posts. Nothing changed.");
        return ExitStatus.DONE;
    }
}

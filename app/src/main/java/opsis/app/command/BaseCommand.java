package opsis.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import opsis.app.settings.SettingsLoader;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.app.workspace.WorkspaceFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the commands share: their common options, and a terminal and a workspace by them. */
@Command(mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true, showDefaultValues = true)
abstract class BaseCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    private final Environment environment;

    BaseCommand(Environment environment) {
        this.environment = environment;
    }

    /** Does the command's work. */
    abstract ExitStatus run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run().code();
    }

    final Environment environment() {
        return environment;
    }

    final Terminal terminal() {
        return new Terminal(environment.out(), environment.err(), environment.clock(),
                new Terminal.Style(common.json, common.quiet, environment.interactive()));
    }

    final Path workspaceFolder() {
        return WorkspaceFinder.find(common.workspace, environment.folder());
    }

    final Path givenWorkspace() {
        return common.workspace;
    }

    final SettingsLoader settingsLoader() {
        return SettingsLoader.fromEnvironment(environment.variables());
    }

    final Workspace openWorkspace() {
        return Workspace.open(workspaceFolder(), settingsLoader(), environment.clock());
    }

    /** Resolves a path as the caller wrote it. */
    final Path path(String given) {
        return environment.folder().resolve(given).normalize();
    }
}

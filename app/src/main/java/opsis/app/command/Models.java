package opsis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import opsis.app.settings.Settings;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.workspace.Workspace;
import opsis.fusion.classify.Classifier;
import opsis.fusion.classify.ClassifierSettings;

/** Finds and opens the model that a command uses. */
final class Models {

    private Models() {
    }

    /** Returns the folder that an option names, else the setting, else the starter that comes with Opsis. */
    static Path folder(String option, Workspace workspace, Environment environment) {
        return existing(option != null ? environment.folder().resolve(option)
                : setting(workspace.settings().classify().model(), workspace.folder(), environment));
    }

    /** The same for a command without a workspace, whose settings lie in the current folder if anywhere. */
    static Path folder(String option, Settings.Classify settings, Environment environment) {
        return existing(option != null ? environment.folder().resolve(option)
                : setting(settings.model(), environment.folder(), environment));
    }

    private static Path setting(String model, Path base, Environment environment) {
        return model.isBlank() ? environment.home().resolve("models/starter") : base.resolve(model);
    }

    private static Path existing(Path named) {
        Path folder = named.normalize();
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitStatus.RESOURCE_MISSING, "There is no model folder " + folder
                    + ". Name one with --model or the setting classify.model; without either, models/starter"
                    + " of the installation is used.");
        }
        return folder;
    }

    /** Opens a model for forward passes of so many posts. */
    static Classifier open(Path folder, int batch, String device) {
        return Classifier.open(folder, new ClassifierSettings(batch, device));
    }
}

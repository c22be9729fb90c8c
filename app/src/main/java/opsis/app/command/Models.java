package opsis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import opsis.app.settings.Settings;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.fusion.classify.Classifier;
import opsis.fusion.classify.ClassifierSettings;

/** Finds and opens the model that a command uses. */
final class Models {

    private Models() {
    }

    /** Returns the folder that an option names, else the setting, else the starter that comes with Opsis. */
    static Path folder(String option, Settings.Classify settings, Environment environment) {
        String named = option != null ? option : settings.model();
        Path folder = named.isBlank() ? environment.home().resolve("models/starter")
                : environment.folder().resolve(named).normalize();
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

package opsis.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the workspace that a command means. */
public final class WorkspaceFinder {

    static final String SETTINGS_FILE = "opsis.yaml";
    private static final String DEFAULT_FOLDER = "opsis-data";

    private WorkspaceFinder() {
    }

    /**
     * Returns the given folder, else the nearest folder from here upward that has an {@code opsis.yaml}, else
     * {@code opsis-data} here; the folder need not exist.
     */
    public static Path find(Path given, Path here) {
        if (given != null) {
            return here.resolve(given).normalize();
        }
        for (Path folder = here.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(SETTINGS_FILE))) {
                return folder;
            }
        }
        return here.resolve(DEFAULT_FOLDER);
    }
}

package opsis.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import opsis.app.settings.Settings;
import opsis.app.settings.SettingsLoader;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.storage.Store;
import opsis.storage.StoreSettings;
import opsis.storage.WorkspaceLock;

/** An open workspace: its folder, its settings and its store. */
public final class Workspace implements AutoCloseable {

    private final Path folder;
    private final Settings settings;
    private final Store store;
    /** Null where the store locks the folder itself. */
    private final WorkspaceLock lock;

    private Workspace(Path folder, Settings settings, Store store, WorkspaceLock lock) {
        this.folder = folder;
        this.settings = settings;
        this.store = store;
        this.lock = lock;
    }

    /**
     * Makes a workspace: the folder, its commented settings and its watched folder. What is there already stays.
     *
     * @return whether the settings file was written now
     */
    public static boolean create(Path folder) {
        try {
            Path file = folder.resolve(WorkspaceFinder.SETTINGS_FILE);
            Files.createDirectories(folder.resolve("inbox"));
            if (Files.exists(file)) {
                return false;
            }
            Files.writeString(file, SettingsLoader.template());
            return true;
        } catch (IOException e) {
            throw new CommandFailure(ExitStatus.FAILED, "Cannot make a workspace in " + folder + ": " + e
                    + ". Choose a folder that you may write to, with --workspace.");
        }
    }

    /** Opens a workspace and its database, which is made or migrated as needed. */
    public static Workspace open(Path folder, SettingsLoader loader, Clock clock) {
        Path file = folder.resolve(WorkspaceFinder.SETTINGS_FILE);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitStatus.RESOURCE_MISSING, "There is no workspace in " + folder
                    + ". Make one with: opsis init --workspace " + folder);
        }
        Settings settings = loader.load(file);
        if (settings.database().url().isBlank()) {
            return new Workspace(folder, settings, Store.openFolder(folder, clock), null);
        }
        // A folder's own store locks it; a database elsewhere does not, and two nights at once would do work twice.
        WorkspaceLock lock = WorkspaceLock.take(folder.toAbsolutePath());
        try {
            return new Workspace(folder, settings, elsewhere(folder, settings.database(), clock), lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Store elsewhere(Path folder, Settings.Database database, Clock clock) {
        return Store.open(new StoreSettings(database.url(), database.user(), database.password(),
                folder.resolve("blobs")), clock);
    }

    /** Returns the workspace's folder. */
    public Path folder() {
        return folder;
    }

    /** Returns what {@code opsis.yaml} and the environment say. */
    public Settings settings() {
        return settings;
    }

    /** Returns the workspace's store. */
    public Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        if (lock != null) {
            lock.close();
        }
    }
}

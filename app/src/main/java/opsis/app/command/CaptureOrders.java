package opsis.app.command;

import java.nio.file.Path;
import java.util.Locale;
import opsis.app.settings.Settings;
import opsis.app.stage.CaptureOrder;
import opsis.capture.RetrySettings;
import opsis.capture.card.Theme;
import opsis.capture.profile.PageProfile;
import opsis.capture.worker.WorkerSettings;

/** Makes the order of a capture stage from the settings. */
final class CaptureOrders {

    private CaptureOrders() {
    }

    /** @param base against which relative paths of the settings are resolved */
    static CaptureOrder of(Settings.Capture settings, PageProfile profile, int limit, Path base) {
        WorkerSettings workers = new WorkerSettings(settings.workersOn(Runtime.getRuntime().availableProcessors()),
                path(base, settings.browser()), path(base, settings.driver()), settings.recycleAfter(), settings.patience(),
                settings.contact().isBlank() ? "Opsis" : "Opsis (+" + settings.contact() + ")");
        return new CaptureOrder(profile, workers, RetrySettings.defaults(), limit, settings.perMinute(),
                settings.passes(), settings.passWait(), Theme.valueOf(settings.theme().toUpperCase(Locale.ROOT)));
    }

    private static Path path(Path base, String setting) {
        return setting.isBlank() ? null : base.resolve(setting);
    }
}

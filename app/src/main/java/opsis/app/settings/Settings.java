package opsis.app.settings;

import java.time.Duration;
import java.time.ZoneId;

/**
 * Everything that {@code opsis.yaml} can say. The file's template, resource {@code opsis.yaml} beside this class,
 * explains each setting; every field stands there with its default.
 */
public record Settings(
        String language,
        ZoneId timeZone,
        Database database,
        Ingest ingest,
        Capture capture,
        Classify classify,
        Explain explain,
        Report report,
        Nightly nightly) {

    /** Checks what the types do not. */
    public Settings {
        SettingsException.require(language.equals("el") || language.equals("en"), "language", language, "el or en");
    }

    /** Where posts and results are kept; an empty URL is an H2 file in the workspace. */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + ", password=***]";
        }
    }

    /** The watched folder and the prefix of ids. */
    public record Ingest(String folder, String prefix) {
    }

    /** How posts are seen. */
    public record Capture(String profile, String urlTemplate, String theme, int workers, double perMinute,
            Duration patience, int recycleAfter, int passes, Duration passWait, String browser, String driver,
            String contact) {
        public Capture {
            SettingsException.require(theme.equals("light") || theme.equals("dark"), "capture.theme", theme,
                    "light or dark");
            SettingsException.require(workers >= 0 && workers <= 64, "capture.workers", workers, "0 to 64");
            SettingsException.require(perMinute >= 0, "capture.perMinute", perMinute, "0 or more");
            SettingsException.require(patience.toMillis() >= 100, "capture.patience", patience, "100ms or more");
            SettingsException.require(recycleAfter >= 1, "capture.recycleAfter", recycleAfter, "1 or more");
            SettingsException.require(passes >= 1, "capture.passes", passes, "1 or more");
        }

        /** Returns the browsers to run at once on a machine with so many processors. */
        public int workersOn(int processors) {
            return workers > 0 ? workers : Math.max(2, Math.min(4, processors / 2));
        }
    }

    /** Which model reads the posts. */
    public record Classify(String model, int batch, boolean wordsOnly) {
        public Classify {
            SettingsException.require(batch >= 1 && batch <= 1024, "classify.batch", batch, "1 to 1024");
        }
    }

    /** How many posts are explained, and how well. */
    public record Explain(int top, int uncertain, int wordSamples, int regionSamples, long seed) {
        public Explain {
            SettingsException.require(top >= 0, "explain.top", top, "0 or more");
            SettingsException.require(uncertain >= 0, "explain.uncertain", uncertain, "0 or more");
            SettingsException.require(wordSamples >= 10, "explain.wordSamples", wordSamples, "10 or more");
            SettingsException.require(regionSamples >= 10, "explain.regionSamples", regionSamples, "10 or more");
            SettingsException.require(seed >= 0 && seed <= 0xFFFF_FFFFL, "explain.seed", seed, "0 to 4294967295");
        }
    }

    /** What the report shows, and where it goes. */
    public record Report(String folder, int top, int uncertain) {
    }

    /** When the night runs. */
    public record Nightly(String cron, String missed) {
        public Nightly {
            SettingsException.require(missed.equals("run") || missed.equals("skip"), "nightly.missed", missed,
                    "run or skip");
        }
    }
}

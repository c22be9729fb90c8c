package opsis.app.night;

import opsis.app.report.Language;
import opsis.app.report.TerminalSummary;
import opsis.app.settings.Settings;

/**
 * How a night ended.
 *
 * @param report the morning report; null where the night was interrupted before it
 */
public record NightResult(NightNumbers numbers, MorningReport.Written report) {

    /** Returns what a person at a terminal reads, in the settings' language. */
    public String words(Settings settings, boolean colours) {
        if (report == null) {
            return "Interrupted; the same command goes on.";
        }
        return new TerminalSummary(Language.of(settings.language()), settings.timeZone(), colours).of(report.data())
                + "\n" + report.file().toUri();
    }
}

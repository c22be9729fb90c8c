package opsis.app.report;

import java.time.ZoneId;
import java.util.Objects;

/** The night's numbers as a compact table for the terminal. */
public final class TerminalSummary {

    private final Language language;
    private final ZoneId zone;
    private final boolean colours;

    /** @param colours whether to set headings and alarms off by ANSI colours; false where the output is no terminal */
    public TerminalSummary(Language language, ZoneId zone, boolean colours) {
        this.language = Objects.requireNonNull(language);
        this.zone = Objects.requireNonNull(zone);
        this.colours = colours;
    }

    /** The table, lines ended by {@code \n}; it holds no text of any post. */
    public String of(ReportData data) {
        throw new UnsupportedOperationException("not filled yet: " + language + zone + colours);
    }
}

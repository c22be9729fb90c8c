package opsis.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;

/** Writes the morning report: one self-contained HTML file that needs no network. */
public final class ReportWriter {

    private final Language language;
    private final ZoneId zone;

    /**
     * @param language shown first; the other is one click away in the same file
     * @param zone zone of every time in the report
     */
    public ReportWriter(Language language, ZoneId zone) {
        this.language = Objects.requireNonNull(language);
        this.zone = Objects.requireNonNull(zone);
    }

    /**
     * Writes the report; the file appears whole or not at all, and its folder is made where it is missing.
     *
     * @throws IOException where the file cannot be written
     */
    public void write(ReportData data, Path file) throws IOException {
        throw new UnsupportedOperationException("not filled yet: " + language + zone);
    }
}

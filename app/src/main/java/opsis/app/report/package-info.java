/**
 * The morning report of a night: one HTML file, pictures and script inside, in Greek and English; and its numbers in
 * short for the terminal.
 *
 * <pre>{@code
 * ReportData night = new ReportData(...);
 * new ReportWriter(Language.of("el"), ZoneId.of("Europe/Athens")).write(night, Path.of("report.html"));
 * System.out.print(new TerminalSummary(Language.ENGLISH, zone, System.console() != null).of(night));
 * }</pre>
 */
package opsis.app.report;

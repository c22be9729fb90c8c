package opsis.app.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The night's numbers as a compact table for the terminal. */
public final class TerminalSummary {

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String GREY = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final Language language;
    private final boolean colours;
    private final Messages messages = new Messages();
    private final Formats formats;

    /** @param colours whether to set headings and alarms off by ANSI colours; false where the output is no terminal */
    public TerminalSummary(Language language, ZoneId zone, boolean colours) {
        this.language = Objects.requireNonNull(language);
        this.colours = colours;
        this.formats = new Formats(messages, zone);
    }

    /** The table, lines ended by {@code \n}; it holds no text of any post. */
    public String of(ReportData data) {
        NightViews views = new NightViews(language, messages, formats);
        StringBuilder summary = new StringBuilder();
        summary.append(painted(BOLD, text(views.headline(data)))).append(' ')
                .append(painted(data.overThreshold() > 0 ? RED : BOLD, text(views.alarm(data)))).append("\n\n");
        append(summary, outcomes(data));
        append(summary, stages(views.stages(data)));
        return summary.toString();
    }

    private TextTable outcomes(ReportData data) {
        TextTable table = new TextTable("lrl").row(text("outcomes.outcome"), text("outcomes.count"), text("outcomes.next"));
        for (OutcomeLine line : data.outcomes()) {
            boolean captured = line.outcome().equals("CAPTURED");
            table.row(text(messages.name("outcome", line.outcome())), text(formats.count(line.count())),
                    captured ? "" : text(formats.nextAttempt(line.nextAttempt())));
        }
        return table;
    }

    private TextTable stages(List<NightView.Stage> stages) {
        TextTable table = new TextTable("llrl")
                .row(text("stages.stage"), text("stages.state"), text("stages.duration"), text("stages.counts"));
        for (NightView.Stage stage : stages) {
            table.row(text(stage.name()), text(stage.state()), text(stage.duration()),
                    stage.counts().stream().map(this::text).collect(Collectors.joining(" · ")));
        }
        return table;
    }

    /** A table whose first row is its heading; one without further rows says nothing and is left out. */
    private void append(StringBuilder summary, TextTable table) {
        List<String> lines = table.lines();
        if (lines.size() > 1) {
            summary.append(painted(GREY, lines.get(0).stripTrailing())).append('\n');
            lines.stream().skip(1).forEach(summary::append);
            summary.append('\n');
        }
    }

    private String painted(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }

    private String text(String key) {
        return text(messages.text(key));
    }

    private String text(Text text) {
        return text.in(language);
    }
}

package opsis.app.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Turns a night's numbers into what the template shows of them. */
final class NightViews {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_ID = 200;

    private final Language language;
    private final Messages messages;
    private final Formats formats;

    NightViews(Language language, Messages messages, Formats formats) {
        this.language = language;
        this.messages = messages;
        this.formats = formats;
    }

    NightView of(ReportData data) {
        Album album = Album.of(Stream.concat(data.top().stream(), data.uncertain().stream()).toList());
        PostViews posts = new PostViews(messages, formats, data.model(), data.threshold());
        return new NightView(language, messages.text("title", formats.day(data.finishedAt())), data.workspace(),
                formats.day(data.finishedAt()), span(data), headline(data), alarm(data), data.overThreshold() > 0,
                PostViews.percent(data.threshold()), tiles(data),
                Plot.of(data.histogram(), data.threshold(), formats), outcomes(data), unfinished(data), stages(data),
                posts.of("top", data.top(), album), posts.of("uncertain", data.uncertain(), album), model(data.modelFacts()));
    }

    /** The night in one sentence. */
    Text headline(ReportData data) {
        return messages.counted("headline", data.due(), data.due(), data.captured(), data.classified());
    }

    /** How many posts are over the threshold, in one sentence. */
    Text alarm(ReportData data) {
        return messages.counted("alarm", data.overThreshold(), data.overThreshold());
    }

    private Text span(ReportData data) {
        return messages.text("span", formats.moment(data.startedAt()), formats.time(data.finishedAt()),
                formats.duration(Duration.between(data.startedAt(), data.finishedAt())));
    }

    private List<NightView.Tile> tiles(ReportData data) {
        return List.of(
                tile("due", data.due(), messages.counted("tile.due.note", data.posts(), data.posts()), false),
                tile("captured", data.captured(), share("tile.captured.note", data.captured(), data.due()), false),
                tile("classified", data.classified(), messages.text("tile.classified.note"), false),
                tile("over", data.overThreshold(),
                        messages.text("tile.over.note", formats.probability(data.threshold())), data.overThreshold() > 0),
                tile("explained", data.explained(), messages.text("tile.explained.note"), false));
    }

    private NightView.Tile tile(String name, long number, Text note, boolean alarm) {
        return new NightView.Tile(formats.count(number), messages.text("tile." + name), note, alarm);
    }

    private Text share(String key, long part, long whole) {
        return whole == 0 ? messages.text(key + ".none") : messages.text(key, (double) part / whole);
    }

    private List<NightView.Outcome> outcomes(ReportData data) {
        long most = data.outcomes().stream().mapToLong(OutcomeLine::count).max().orElse(1);
        return data.outcomes().stream()
                .map(line -> new NightView.Outcome(messages.name("outcome", line.outcome()), formats.count(line.count()), PostViews.percent((double) line.count() / Math.max(1, most)),
                        line.outcome().equals("CAPTURED"), HostileText.shown(line.reason(), LONGEST_REASON),
                        line.outcome().equals("CAPTURED") ? Text.same("") : formats.nextAttempt(line.nextAttempt())))
                .toList();
    }

    private List<NightView.Unfinished> unfinished(ReportData data) {
        return data.unfinished().stream()
                .map(line -> new NightView.Unfinished(HostileText.shown(line.postId(), LONGEST_ID), SafeLink.of(line.url()).orElse(null),
                        messages.name("outcome", line.outcome()), HostileText.shown(line.reason(), LONGEST_REASON),
                        formats.count(line.attempts()), formats.nextAttempt(line.nextAttempt())))
                .toList();
    }

    List<NightView.Stage> stages(ReportData data) {
        return data.stages().stream()
                .map(line -> new NightView.Stage(messages.name("stage", line.name()), messages.name("state", line.state()),
                        line.state().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""),
                        line.duration() == null ? Text.same("–") : formats.duration(line.duration()), counts(line)))
                .toList();
    }

    private List<Text> counts(StageLine line) {
        return line.counts().entrySet().stream()
                .map(entry -> messages.text("stage.count", countName(entry.getKey()), formats.count(entry.getValue())))
                .toList();
    }

    private Text countName(String name) {
        return messages.find("count." + name).or(() -> messages.find("outcome." + name)).orElseGet(() -> Text.same(name));
    }

    private NightView.Model model(ModelFacts facts) {
        Text figure = null;
        if (!Double.isNaN(facts.macroF1())) {
            boolean interval = !Double.isNaN(facts.macroF1Low()) && !Double.isNaN(facts.macroF1High());
            figure = messages.text(interval ? "model.figure.interval" : "model.figure", formats.probability(facts.macroF1()),
                    formats.count(facts.n()), formats.probability(facts.macroF1Low()),
                    formats.probability(facts.macroF1High()), facts.measuredOn());
        }
        return new NightView.Model(facts.name(), figure, facts.trainedOn(), facts.notFitFor());
    }
}

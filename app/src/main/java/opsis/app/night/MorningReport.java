package opsis.app.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opsis.app.report.Language;
import opsis.app.report.ModelFacts;
import opsis.app.report.OutcomeLine;
import opsis.app.report.ReportData;
import opsis.app.report.ReportWriter;
import opsis.app.report.StageLine;
import opsis.app.report.UnfinishedLine;
import opsis.app.settings.Settings;
import opsis.app.workspace.Workspace;
import opsis.fusion.ModelCard;
import opsis.storage.CaptureAttempt;
import opsis.storage.Post;
import opsis.storage.Run;
import opsis.storage.StageRun;
import opsis.storage.Store;

/** Gathers from the store what a night came to, and writes it as the morning report. */
public final class MorningReport {

    private static final int BINS = 20;
    private static final int UNFINISHED_SHOWN = 100;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Workspace workspace;
    private final Store store;
    private final Settings settings;
    private final Clock clock;

    public MorningReport(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.store = workspace.store();
        this.settings = workspace.settings();
        this.clock = clock;
    }

    /** A report that was written, and what it says. */
    public record Written(Path file, ReportData data) {
    }

    /** Writes the report of a run into the folder. */
    public Written write(Run run, String model, ModelCard card, double threshold, String profile, Path folder)
            throws IOException {
        Path file = folder.resolve(name(run)).toAbsolutePath();
        ReportData data = data(run, model, card, threshold, profile);
        new ReportWriter(Language.of(settings.language()), settings.timeZone()).write(data, file);
        return new Written(file, data);
    }

    /** A night's report bears the day on which it began; a report of all that is stored, the day of its making. */
    private String name(Run run) {
        boolean night = run.kind().equals(Night.KIND);
        String day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(settings.timeZone())
                .format(night ? run.startedAt() : clock.instant());
        return night ? "night-" + day + "-run-" + run.id() + ".html" : "report-" + day + ".html";
    }

    private ReportData data(Run run, String model, ModelCard card, double threshold, String profile) {
        Instant since = run.startedAt();
        Map<String, Long> outcomes = store.captures().outcomes(profile, since);
        long captured = outcomes.getOrDefault(CaptureAttempt.CAPTURED, 0L);
        long due = outcomes.values().stream().mapToLong(Long::longValue).sum()
                + store.captures().countUntried(profile);
        List<CaptureAttempt> unfinished = store.captures().unfinished(profile, UNFINISHED_SHOWN);
        ReportPosts posts = new ReportPosts(store, model);
        return new ReportData(workspace.folder().toAbsolutePath().normalize().getFileName().toString(), since,
                run.finishedAt() == null ? clock.instant() : run.finishedAt(), model, facts(model, card), threshold,
                store.posts().count(), due, captured,
                outcomeLines(outcomes, unfinished), store.predictions().count(model, since),
                store.predictions().countOver(model, since),
                store.explanations().count(model, since),
                store.predictions().histogram(model, since, BINS), stages(run),
                unfinished.stream().map(this::line).toList(),
                posts.of(store.predictions().top(model, since, settings.report().top())),
                posts.of(store.predictions().mostUncertain(model, since, settings.report().uncertain())));
    }

    private static List<OutcomeLine> outcomeLines(Map<String, Long> outcomes, List<CaptureAttempt> unfinished) {
        List<OutcomeLine> lines = new ArrayList<>();
        outcomes.forEach((outcome, count) -> {
            String reason = unfinished.stream().filter(each -> each.outcome().equals(outcome))
                    .map(CaptureAttempt::reason).filter(each -> each != null).findFirst().orElse(null);
            Instant next = unfinished.stream().filter(each -> each.outcome().equals(outcome))
                    .map(CaptureAttempt::nextAttemptAt).filter(each -> each != null)
                    .min(Instant::compareTo).orElse(null);
            lines.add(new OutcomeLine(outcome, count, reason, next));
        });
        return lines;
    }

    private UnfinishedLine line(CaptureAttempt attempt) {
        String url = store.posts().find(attempt.postId()).map(Post::url).orElse(attempt.finalUrl());
        return new UnfinishedLine(attempt.postId(), url, attempt.outcome(), attempt.reason(), attempt.number(),
                attempt.nextAttemptAt());
    }

    private List<StageLine> stages(Run run) {
        return store.runs().stages(run.id()).stream().map(MorningReport::line).toList();
    }

    private static StageLine line(StageRun stage) {
        Duration took = stage.finishedAt() == null ? null : Duration.between(stage.startedAt(), stage.finishedAt());
        return new StageLine(stage.stage(), took, counts(stage.numbersJson()), stage.state().name());
    }

    /** Returns the whole numbers of a stage's result, which are its counts. */
    private static Map<String, Long> counts(String json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        try {
            JsonNode numbers = json == null ? MAPPER.createObjectNode() : MAPPER.readTree(json);
            numbers.properties().stream().filter(entry -> entry.getValue().isIntegralNumber())
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The numbers of a stage cannot be read", e);
        }
        return counts;
    }

    private static ModelFacts facts(String model, ModelCard card) {
        ModelCard.Figure none = new ModelCard.Figure("", Double.NaN, Double.NaN, Double.NaN);
        ModelCard.Result first = card.results().stream().findFirst()
                .orElse(new ModelCard.Result("", 0, List.of()));
        ModelCard.Figure f1 = first.figures().stream()
                .filter(figure -> figure.name().toLowerCase(java.util.Locale.ROOT).replace(" ", "-").equals("macro-f1"))
                .findFirst().orElse(none);
        return new ModelFacts(model, f1.value(), orNaN(f1.low()), orNaN(f1.high()), first.posts(), first.on(),
                String.join("; ", card.data()), String.join("; ", card.notFitFor()));
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }
}

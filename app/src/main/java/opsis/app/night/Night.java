package opsis.app.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import opsis.app.settings.Settings;
import opsis.app.stage.CaptureNumbers;
import opsis.app.stage.CaptureStage;
import opsis.app.stage.ClassifyNumbers;
import opsis.app.stage.ClassifyStage;
import opsis.app.stage.ExplainNumbers;
import opsis.app.stage.ExplainStage;
import opsis.app.stage.IngestNumbers;
import opsis.app.stage.IngestStage;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Interruption;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.fusion.classify.Classifier;
import opsis.fusion.classify.ClassifierSettings;
import opsis.storage.CaptureAttempt;
import opsis.storage.Run;
import opsis.storage.RunState;
import opsis.storage.Store;

/**
 * Runs the stages of a night in order: ingest, capture, classify, explain, report. A night that was cut off goes on
 * under its own number: every stage takes up only what lacks its result.
 */
public final class Night {

    static final String KIND = "nightly";
    private static final int RECENT = 100;

    private final Workspace workspace;
    private final NightParts parts;
    private final Terminal terminal;
    private final Clock clock;
    private final Interruption interruption;
    private final RandomGenerator random;
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    public Night(Workspace workspace, NightParts parts, Terminal terminal, Clock clock, Interruption interruption,
            RandomGenerator random) {
        this.workspace = workspace;
        this.parts = parts;
        this.terminal = terminal;
        this.clock = clock;
        this.interruption = interruption;
        this.random = random;
    }

    /** Runs the night, or the rest of the one that was cut off. */
    public NightResult run() throws IOException {
        Store store = workspace.store();
        Optional<Run> unfinished = unfinished(store);
        boolean resumed = unfinished.isPresent();
        Run run = unfinished.orElseGet(() -> store.runs().start(KIND));
        List<String> problems = new ArrayList<>();
        Settings settings = workspace.settings();
        ClassifierSettings forward = new ClassifierSettings(settings.classify().batch(), "auto");
        try (Classifier classifier = Classifier.open(parts.model(), forward)) {
            long left = stages(run, classifier, problems);
            MorningReport.Written report = interruption.requested() ? null : report(run, classifier);
            Path file = report == null ? null : report.file();
            return new NightResult(finish(run, resumed, classifier.version(), left, file, problems), report);
        } catch (IOException | RuntimeException e) {
            if (interruption.requested()) {
                throw new CommandFailure(ExitStatus.INTERRUPTED, "Interrupted; the same command goes on.");
            }
            store.runs().finish(run.id(), RunState.FAILED, json(List.of(String.valueOf(e.getMessage()))));
            throw e;
        }
    }

    /**
     * Returns the night that did not come to its report, to be gone on with: one that failed, or one without an end,
     * whose process died, since a workspace is open in one process at a time.
     */
    public static Optional<Run> unfinished(Store store) {
        return store.runs().recent(RECENT).stream().filter(run -> run.kind().equals(KIND)).findFirst()
                .filter(run -> run.state() == RunState.RUNNING || run.state() == RunState.FAILED)
                .map(run -> new Run(run.id(), KIND, run.startedAt(), null, RunState.RUNNING, null));
    }

    /** Runs the stages and returns how many posts may be captured again later. */
    private long stages(Run run, Classifier classifier, List<String> problems) {
        Settings settings = workspace.settings();
        Store store = workspace.store();
        IngestNumbers ingested = stage(run, "ingest", IngestNumbers::badCount,
                () -> new IngestStage(store, parts.ingest(), terminal, interruption).folder(parts.inbox()));
        ingested.bad().forEach(bad -> problems.add(bad.toString()));
        CaptureNumbers captured = stage(run, "capture", CaptureNumbers::left,
                () -> new CaptureStage(store, terminal, clock, interruption, random).run(parts.capture()));
        ClassifyNumbers classified = stage(run, "classify", numbers -> (long) numbers.failed().size(),
                () -> new ClassifyStage(store, terminal, clock, interruption)
                        .run(classifier, settings.classify().wordsOnly()));
        problems.addAll(classified.failed());
        ExplainNumbers explained = stage(run, "explain", numbers -> (long) numbers.failed().size(), () -> {
            Set<String> chosen = ExplainStage.chosen(store, classifier.version(), run.startedAt(),
                    parts.explain().top(), parts.explain().uncertain());
            return new ExplainStage(store, terminal, clock, interruption)
                    .run(classifier, chosen, parts.explain(), settings.classify().batch());
        });
        problems.addAll(explained.failed());
        return captured.left();
    }

    /** Runs one stage and stores what it did; where something is left, its state says partly. */
    private <T> T stage(Run run, String name, Function<T, Long> left, Supplier<T> work) {
        workspace.store().runs().startStage(run.id(), name);
        T numbers = work.get();
        RunState state = RunState.DONE;
        if (interruption.requested()) {
            state = RunState.INTERRUPTED;
        } else if (left.apply(numbers) > 0) {
            state = RunState.PARTLY;
        }
        workspace.store().runs().finishStage(run.id(), name, state, json(numbers));
        return numbers;
    }

    private MorningReport.Written report(Run run, Classifier classifier) throws IOException {
        workspace.store().runs().startStage(run.id(), "report");
        MorningReport.Written report = new MorningReport(workspace, clock).write(run, classifier.version(), classifier.card(),
                classifier.threshold(), parts.capture().profile().name(), parts.reports());
        workspace.store().runs().finishStage(run.id(), "report", RunState.DONE,
                json(Map.of("file", report.file().toString())));
        return report;
    }

    private NightNumbers finish(Run run, boolean resumed, String model, long left, Path report,
            List<String> problems) {
        Store store = workspace.store();
        ExitStatus status = ExitStatus.DONE;
        if (interruption.requested()) {
            status = ExitStatus.INTERRUPTED;
        } else if (left > 0 || !problems.isEmpty()) {
            status = ExitStatus.PARTLY;
        }
        NightNumbers numbers = numbers(run, resumed, model, left, report, problems, status);
        if (status != ExitStatus.INTERRUPTED) {
            // An interrupted run keeps no end, so that the next one goes on with it.
            store.runs().finish(run.id(), status == ExitStatus.DONE ? RunState.DONE : RunState.PARTLY,
                    json(numbers));
        }
        return numbers;
    }

    private NightNumbers numbers(Run run, boolean resumed, String model, long left, Path report,
            List<String> problems, ExitStatus status) {
        Store store = workspace.store();
        String profile = parts.capture().profile().name();
        Map<String, Long> outcomes = store.captures().outcomes(profile);
        return new NightNumbers(run.id(), resumed, store.posts().count(), outcomes,
                outcomes.getOrDefault(CaptureAttempt.CAPTURED, 0L), left, store.predictions().count(model),
                store.predictions().countOver(model), store.explanations().count(model, Instant.EPOCH), report,
                model, problems, status);
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers that are no JSON: " + value.getClass(), e);
        }
    }
}

package opsis.fusion.train;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opsis.fusion.ModelException;
import opsis.fusion.checkpoint.Checkpoint;
import opsis.fusion.optimise.AdamW;
import opsis.fusion.tensor.Parameters;
import opsis.fusion.tensor.SafeTensors;
import opsis.fusion.train.TrainingListener.EpochReport;

/**
 * What a run leaves in its output folder while it goes on: train.log.jsonl, and under "run/" the last whole epoch's tensors, moments
 * and reports and the best epoch's tensors. Only the log stays at the end.
 */
final class RunFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARAMETER = "parameter.";
    private static final String MOMENT = "moment.";

    private final Path log;
    private final Path run;
    private final Path last;
    private final Path best;
    private final Path stateFile;
    private final String fingerprint;
    private final Map<String, String> settings;

    /** Reports of the epochs done, and the best of them; 0 and -1 where none is done. */
    record State(List<EpochReport> epochs, int bestEpoch, double bestMacroF1) {
    }

    /** state.json: fingerprint of settings and data, optimiser steps, the state. */
    private record Saved(String fingerprint, long steps, State state) {
    }

    private RunFolder(Path output, TrainingSettings settings, String fingerprint) {
        this.log = output.resolve("train.log.jsonl");
        this.run = output.resolve("run");
        this.last = run.resolve("last.safetensors");
        this.best = run.resolve("best.safetensors");
        this.stateFile = run.resolve("state.json");
        this.settings = settings.byName();
        this.fingerprint = fingerprint;
    }

    static RunFolder open(Path output, TrainingSettings settings, StartingPoint start, TrainingData training, TrainingData validation) {
        RunFolder folder = new RunFolder(output, settings, fingerprint(settings, start, training, validation));
        try {
            Files.createDirectories(folder.run);
        } catch (IOException e) {
            throw new ModelException("Cannot write into " + output + " (" + e.getMessage() + "); choose another folder", e);
        }
        return folder;
    }

    private static String fingerprint(TrainingSettings settings, StartingPoint start, TrainingData training, TrainingData validation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((settings + " " + name(start)).getBytes(StandardCharsets.UTF_8));
            for (TrainingData part : List.of(training, validation)) {
                part.posts().forEach(p -> digest.update((p.id() + " " + p.label() + " " + p.text() + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(StartingPoint start) throws JsonProcessingException {
        if (start instanceof StartingPoint.Fresh fresh) {
            return JSON.writeValueAsString(fresh.config()) + fresh.vocabulary();
        }
        return Checkpoint.open(((StartingPoint.Checkpoint) start).folder()).version();
    }

    /** Takes up an unfinished run of the same settings and data, or begins a new one. */
    State restore(Parameters parameters, AdamW optimiser) {
        try {
            Saved saved = Files.exists(stateFile) ? JSON.readValue(stateFile.toFile(), Saved.class) : null;
            if (saved == null || !saved.fingerprint().equals(fingerprint)) {
                Files.deleteIfExists(log);
                append("start", settings);
                return new State(List.of(), 0, -1);
            }
            Map<String, NDArray> moments = new HashMap<>();
            SafeTensors.read(last, parameters.manager()).forEach((name, tensor) -> {
                if (name.startsWith(PARAMETER)) {
                    parameters.put(name.substring(PARAMETER.length()), tensor);
                } else {
                    moments.put(name.substring(MOMENT.length()), tensor);
                }
            });
            optimiser.restore(moments, saved.steps());
            append("resume", Map.of("after", saved.state().epochs().size()));
            return saved.state();
        } catch (IOException e) {
            throw new ModelException("The unfinished run in " + run + " cannot be read (" + e.getMessage() + "); delete it", e);
        }
    }

    /** Keeps an epoch; an interruption leaves the epoch before it. */
    void save(Parameters parameters, AdamW optimiser, EpochReport report, State state) {
        try {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            parameters.all().forEach((name, tensor) -> tensors.put(PARAMETER + name, tensor));
            optimiser.state().forEach((name, tensor) -> tensors.put(MOMENT + name, tensor));
            if (report.best()) {
                SafeTensors.write(best, parameters.all(), false);
            }
            SafeTensors.write(last, tensors, false);
            Path temporary = run.resolve("state.tmp");
            Files.write(temporary, JSON.writeValueAsBytes(new Saved(fingerprint, optimiser.steps(), state)));
            Files.move(temporary, stateFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            append("epoch", report);
        } catch (IOException e) {
            throw new ModelException("Cannot keep the epoch in " + run + " (" + e.getMessage() + "); make room and start again", e);
        }
    }

    void restoreBest(Parameters parameters) {
        SafeTensors.read(best, parameters.manager()).forEach(parameters::put);
    }

    /** The run is whole: what only a resumption needs goes. */
    void finish() {
        try {
            for (Path file : List.of(stateFile, last, best)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(run);
        } catch (IOException e) {
            throw new ModelException("Cannot clear " + run + " (" + e.getMessage() + "); delete it by hand", e);
        }
    }

    private void append(String event, Object value) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.put(event.equals("start") ? "settings" : event, value);
        Files.writeString(log, JSON.writeValueAsString(line) + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

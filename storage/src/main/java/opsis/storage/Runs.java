package opsis.storage;

import java.util.List;
import java.util.Optional;

/** Runs of the stages, begun and ended by the store's clock. */
public final class Runs {
    Runs() {}

    public Run start(String kind) {
        throw new UnsupportedOperationException();
    }

    /** Begins a stage of a run, or begins it again where an earlier process left it. */
    public StageRun startStage(long runId, String stage) {
        throw new UnsupportedOperationException();
    }

    public StageRun finishStage(long runId, String stage, RunState state, String numbersJson) {
        throw new UnsupportedOperationException();
    }

    public Run finish(long runId, RunState state, String numbersJson) {
        throw new UnsupportedOperationException();
    }

    public Optional<Run> find(long runId) {
        throw new UnsupportedOperationException();
    }

    /** The newest run of this kind if it has not been finished. */
    public Optional<Run> unfinished(String kind) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Run> recent(int limit) {
        throw new UnsupportedOperationException();
    }

    /** In the order in which they began. */
    public List<StageRun> stages(long runId) {
        throw new UnsupportedOperationException();
    }
}

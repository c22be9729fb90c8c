package opsis.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Runs of the stages, begun and ended by the store's clock. */
public final class Runs {
    private final Database database;
    private final Clock clock;

    Runs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Run start(String kind) {
        Instant now = Values.micros(clock.instant());
        long id = database.write(handle -> handle.createUpdate(
                        "insert into runs (kind, started_at, state) values (:kind, :now, :state)")
                .bind("kind", kind).bind("now", now).bind("state", RunState.RUNNING.name())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one());
        return new Run(id, kind, now, null, RunState.RUNNING, null);
    }

    /** Begins a stage of a run; one that an earlier process left begins again, its numbers kept until it ends. */
    public StageRun startStage(long runId, String stage) {
        Instant now = Values.micros(clock.instant());
        return database.write(handle -> {
            int begunAgain = handle.createUpdate("""
                            update stage_runs set started_at = :now, finished_at = null, state = :state
                            where run_id = :run and stage = :stage""")
                    .bind("now", now).bind("state", RunState.RUNNING.name()).bind("run", runId).bind("stage", stage)
                    .execute();
            if (begunAgain == 0) {
                handle.createUpdate("""
                                insert into stage_runs (run_id, stage, started_at, state)
                                values (:run, :stage, :now, :state)""")
                        .bind("run", runId).bind("stage", stage).bind("now", now)
                        .bind("state", RunState.RUNNING.name()).execute();
            }
            return stage(handle, runId, stage).orElseThrow();
        });
    }

    public StageRun finishStage(long runId, String stage, RunState state, String numbersJson) {
        return database.write(handle -> {
            handle.createUpdate("""
                            update stage_runs set finished_at = :now, state = :state, numbers = :numbers
                            where run_id = :run and stage = :stage""")
                    .bind("now", Values.micros(clock.instant())).bind("state", state.name())
                    .bind("numbers", numbersJson).bind("run", runId).bind("stage", stage).execute();
            return stage(handle, runId, stage);
        }).orElseThrow(() -> new StorageException("run " + runId + " has no stage " + stage + "; start it first"));
    }

    public Run finish(long runId, RunState state, String numbersJson) {
        database.change(handle -> handle.createUpdate(
                        "update runs set finished_at = :now, state = :state, numbers = :numbers where id = :run")
                .bind("now", Values.micros(clock.instant())).bind("state", state.name())
                .bind("numbers", numbersJson).bind("run", runId).execute());
        return find(runId).orElseThrow(() -> new StorageException("there is no run " + runId + "; start it first"));
    }

    public Optional<Run> find(long runId) {
        return database.read(handle -> handle.createQuery("select * from runs where id = :run").bind("run", runId)
                .map((row, context) -> run(row)).findOne());
    }

    /** The newest run of this kind if it has not been finished. */
    public Optional<Run> unfinished(String kind) {
        return database.read(handle -> handle.createQuery(
                        "select * from runs where kind = :kind order by kind desc, id desc limit 1")
                .bind("kind", kind).map((row, context) -> run(row)).findOne())
                .filter(run -> run.state() == RunState.RUNNING);
    }

    /** Newest first. */
    public List<Run> recent(int limit) {
        return database.read(handle -> handle.createQuery("select * from runs order by id desc limit :limit")
                .bind("limit", limit).map((row, context) -> run(row)).list());
    }

    /** In the order in which they first began. */
    public List<StageRun> stages(long runId) {
        return database.read(handle -> handle
                .createQuery("select * from stage_runs where run_id = :run order by id")
                .bind("run", runId).map((row, context) -> stage(row)).list());
    }

    private static Optional<StageRun> stage(Handle handle, long runId, String stage) {
        return handle.createQuery("select * from stage_runs where run_id = :run and stage = :stage")
                .bind("run", runId).bind("stage", stage).map((row, context) -> stage(row)).findOne();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(row.getLong("id"), row.getString("kind"), Rows.instant(row, "started_at"),
                Rows.instant(row, "finished_at"), RunState.valueOf(row.getString("state")), row.getString("numbers"));
    }

    private static StageRun stage(ResultSet row) throws SQLException {
        return new StageRun(row.getLong("run_id"), row.getString("stage"), Rows.instant(row, "started_at"),
                Rows.instant(row, "finished_at"), RunState.valueOf(row.getString("state")), row.getString("numbers"));
    }
}

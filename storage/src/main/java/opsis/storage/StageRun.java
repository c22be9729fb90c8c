package opsis.storage;

import java.time.Instant;

/** One stage of a run; {@code finishedAt} and {@code numbersJson} are null until it ends. */
public record StageRun(long runId, String stage, Instant startedAt, Instant finishedAt, RunState state,
                       String numbersJson) {}

package opsis.storage;

import java.time.Instant;

/** One run of the stages; {@code finishedAt} and {@code numbersJson} are null until it ends. */
public record Run(long id, String kind, Instant startedAt, Instant finishedAt, RunState state, String numbersJson) {}

package opsis.app.terminal;

/** The process's exit statuses; scripts and schedulers act on them, so a number never changes its meaning. */
public enum ExitStatus {
    /** All that was asked for is done. */
    DONE(0),
    /** A failure that no other status names. */
    FAILED(1),
    /** The command line or a setting is wrong. */
    USAGE(2),
    /** Some input was bad: nothing was stored of the bad records, the good ones were. */
    BAD_INPUT(3),
    /** Partly done: what is left is stored with its reason. */
    PARTLY(4),
    /** Interrupted; the same command goes on where it stopped. */
    INTERRUPTED(5),
    /** A browser, a model or a database is missing; the message names the mend. */
    RESOURCE_MISSING(6);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** Returns the number that the process exits with. */
    public int code() {
        return code;
    }
}

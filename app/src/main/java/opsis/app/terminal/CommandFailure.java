package opsis.app.terminal;

/** Ends a command with a status and a message for a person: what is wrong, where, and the mend. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    public CommandFailure(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** Returns the status that the process ends with. */
    public ExitStatus status() {
        return status;
    }
}

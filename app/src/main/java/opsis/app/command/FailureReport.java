package opsis.app.command;

import opsis.app.settings.SettingsException;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.capture.worker.BrowserMissingException;
import opsis.capture.profile.ProfileException;
import opsis.fusion.ModelException;
import opsis.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into a message for a person and an exit status; never into a stack trace. */
final class FailureReport implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    private final Environment environment;

    FailureReport(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
        LOG.debug("{} failed", line.getCommandName(), failure);
        ExitStatus status = status(failure);
        environment.err().println("opsis " + line.getCommandName() + ": " + message(failure, status));
        return status.code();
    }

    private static ExitStatus status(Exception failure) {
        if (failure instanceof CommandFailure known) {
            return known.status();
        }
        if (failure instanceof SettingsException || failure instanceof ProfileException) {
            return ExitStatus.USAGE;
        }
        if (failure instanceof BrowserMissingException || failure instanceof ModelException
                || failure instanceof StorageException) {
            return ExitStatus.RESOURCE_MISSING;
        }
        return ExitStatus.FAILED;
    }

    private static String message(Exception failure, ExitStatus status) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return status == ExitStatus.FAILED && !(failure instanceof CommandFailure)
                ? message + " (" + failure.getClass().getSimpleName()
                        + "; run again with OPSIS_LOG=DEBUG for the whole story)"
                : message;
    }
}

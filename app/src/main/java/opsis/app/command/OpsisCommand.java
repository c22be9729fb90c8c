package opsis.app.command;

import picocli.CommandLine.Command;

/** The top of the command line: lists the commands. */
@Command(name = "opsis", version = "opsis 0.1.0", mixinStandardHelpOptions = true,
        description = "Finds hate speech in public posts as a reader meets it: words and picture together.")
public final class OpsisCommand implements Runnable {

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

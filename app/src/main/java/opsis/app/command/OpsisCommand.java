package opsis.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top of the command line. */
@Command(name = "opsis", version = "opsis 0.1.0", mixinStandardHelpOptions = true,
        description = "Finds hate speech in public posts as a reader meets it: words and picture together.",
        footer = {"", "Begin with: opsis demo",
            "Exit status: 0 done, 1 failed, 2 usage, 3 bad input, 4 partly done, 5 interrupted, 6 something is missing."})
public final class OpsisCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    OpsisCommand() {
    }

    /** Wires the command line into an environment; the one place that knows all commands. */
    public static CommandLine commandLine(Environment environment) {
        CommandLine line = new CommandLine(new OpsisCommand());
        List.of(new DemoCommand(environment), new InitCommand(environment), new IngestCommand(environment),
                new CaptureCommand(environment), new ClassifyCommand(environment), new ScoreCommand(environment),
                new ExplainCommand(environment), new ReportCommand(environment), new NightlyCommand(environment),
                new ScheduleCommand(environment), new StatusCommand(environment), new TrainCommand(environment),
                new CompletionCommand()).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(new FailureReport(environment));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

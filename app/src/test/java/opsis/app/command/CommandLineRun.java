package opsis.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import opsis.app.Surroundings;
import opsis.app.terminal.Interruption;

/** One command, run in this process as the command line would. */
record CommandLineRun(int status, String out, String err) {

    static CommandLineRun in(Path folder, String input, Map<String, String> variables, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment = new Environment(Surroundings.home(), folder, variables,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                false, Clock.systemUTC(), new Interruption());
        int status = OpsisCommand.commandLine(environment).execute(arguments);
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static CommandLineRun in(Path folder, String... arguments) {
        return in(folder, "", Map.of(), arguments);
    }
}

package opsis.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import opsis.app.command.OpsisCommand;
import picocli.CommandLine;

/** The process's entry point: runs one command and exits with its status. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new OpsisCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(arguments));
    }
}

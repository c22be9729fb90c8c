package opsis.app.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import opsis.app.terminal.Interruption;

/**
 * What a command takes from the process it runs in, so that a test can run it in another.
 *
 * @param home where Opsis is installed: the folder that holds {@code models/starter}
 * @param folder the current folder, against which relative paths are resolved
 * @param interactive whether standard error is a terminal
 */
public record Environment(Path home, Path folder, Map<String, String> variables, InputStream in, PrintStream out,
        PrintStream err, boolean interactive, Clock clock, Interruption interruption) {
}

package opsis.app;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import opsis.app.command.Environment;
import opsis.app.command.OpsisCommand;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Interruption;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The process's entry point: runs one command and exits with its status. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        // Selenium logs by java.util.logging; with the bridge there is one log.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Interruption interruption = new Interruption().onSignals();
        int status = ExitStatus.FAILED.code();
        try {
            status = OpsisCommand.commandLine(new Environment(home(), Path.of("").toAbsolutePath(), System.getenv(),
                    System.in, System.out, System.err, Boolean.getBoolean("opsis.interactive"), Clock.systemUTC(),
                    interruption)).execute(arguments);
        } catch (Error e) {
            // Such as no memory left, or a native library that does not fit this machine: a line, not a trace.
            System.err.println("opsis: " + e);
        } finally {
            interruption.finished(status);
        }
        System.exit(status);
    }

    /** Returns the folder that Opsis is installed in, as the launcher says or as the classes lie: home/app/target/…. */
    private static Path home() {
        String given = System.getProperty("opsis.home");
        if (given != null) {
            return Path.of(given);
        }
        try {
            Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return classes.getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The classes lie at no path", e);
        }
    }
}

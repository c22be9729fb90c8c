package opsis.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {

    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR",
            description = "The workspace. Default: the nearest folder with an opsis.yaml, else ./opsis-data.")
    Path workspace;

    @Option(names = "--json", description = "Print one JSON object on standard output; all else goes to standard error.")
    boolean json;

    @Option(names = {"-q", "--quiet"}, description = "Show no progress.")
    boolean quiet;
}

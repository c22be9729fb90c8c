package opsis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opsis.app.stage.IngestNumbers;
import opsis.app.stage.IngestStage;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.storage.ingest.IngestResult;
import opsis.storage.ingest.IngestSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ingest", description = "Takes in posts: twarc2 / X API v2 JSONL, or CSV/TSV with a header; gzip too.",
        footer = {"", "A file that is taken in twice changes nothing. A bad record is named; the others go in.", "",
            "Examples:", "  opsis ingest tweets.jsonl.gz", "  opsis ingest labelled.tsv --prefix labelled:",
            "  twarc2 search 'lang:el …' | opsis ingest -"})
final class IngestCommand extends BaseCommand {

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Files; - is standard input.")
    private List<String> sources;

    @Option(names = "--prefix", paramLabel = "TEXT",
            description = "Put before every id of these sources. Default: the setting ingest.prefix.")
    private String prefix;

    @Option(names = "--platform", paramLabel = "NAME", description = "Where posts of a CSV or TSV come from.")
    private String platform;

    IngestCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() {
        for (String source : sources) {
            if (!source.equals("-") && !Files.isReadable(path(source))) {
                throw new CommandFailure(ExitStatus.USAGE, "There is no readable file " + path(source) + ".");
            }
        }
        Terminal terminal = terminal();
        IngestNumbers numbers;
        try (Workspace workspace = openWorkspace()) {
            numbers = IngestNumbers.of(ingest(workspace, terminal));
        }
        numbers.bad().forEach(bad -> terminal.warn(bad.toString()));
        terminal.result(numbers, () -> String.format("%d records read: %d posts added, %d known already, %d bad",
                numbers.read(), numbers.added(), numbers.unchanged(), numbers.badCount()));
        return numbers.badCount() > 0 ? ExitStatus.BAD_INPUT : ExitStatus.DONE;
    }

    private List<IngestResult> ingest(Workspace workspace, Terminal terminal) {
        String put = prefix == null ? workspace.settings().ingest().prefix() : prefix;
        IngestStage stage = new IngestStage(workspace.store(), new IngestSettings(put, platform), terminal,
                environment().interruption());
        List<IngestResult> results = new ArrayList<>();
        for (String source : sources) {
            results.add(source.equals("-") ? stage.stream("standard input", environment().in())
                    : stage.file(path(source)));
        }
        return results;
    }
}

package opsis.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import opsis.app.settings.Settings;
import opsis.app.stage.ScoreStream;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.fusion.classify.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "score", description = "Scores JSON lines (id, text, image: a path) into JSON lines, in the same order.",
        footer = {"", "No workspace is needed. A post may lack its text or its image.", "", "Examples:",
            "  echo '{\"id\": \"1\", \"text\": \"Καλημέρα\"}' | opsis score", "  opsis score posts.jsonl > scores.jsonl"})
final class ScoreCommand extends BaseCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "-", description = "- is standard input.")
    private String file;

    @Option(names = "--model", paramLabel = "DIR", description = "A model folder. Default: the starter model.")
    private String model;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "32", description = "Posts in one forward pass.")
    private int batch;

    @Option(names = "--device", paramLabel = "NAME", defaultValue = "auto", description = "cpu, gpu or auto.")
    private String device;

    ScoreCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() throws IOException {
        Settings.Classify settings = settingsLoader().load(environment().folder().resolve("opsis.yaml")).classify();
        Terminal terminal = terminal();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
                Classifier classifier = Models.open(Models.folder(model, settings, environment()), batch, device)) {
            ScoreStream.Result result = new ScoreStream(classifier, environment().folder(), terminal::warn)
                    .run(file.equals("-") ? "standard input" : file, in, environment().out());
            terminal.say(result.scored() + " posts scored by " + classifier.version()
                    + (result.bad() == 0 ? "" : ", " + result.bad() + " bad lines left out"));
            return result.bad() == 0 ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
        }
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return environment().in();
        }
        Path path = path(file);
        if (!Files.isReadable(path)) {
            throw new CommandFailure(ExitStatus.USAGE, "There is no readable file " + path + ".");
        }
        return Files.newInputStream(path);
    }
}

package opsis.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opsis.app.night.Night;
import opsis.app.night.NightNumbers;
import opsis.app.night.NightParts;
import opsis.app.night.NightResult;
import opsis.app.settings.Settings;
import opsis.app.settings.SettingsLoader;
import opsis.app.site.SampleSite;
import opsis.app.site.SampleSiteSettings;
import opsis.app.stage.CaptureOrder;
import opsis.app.terminal.CommandFailure;
import opsis.app.terminal.ExitStatus;
import opsis.app.terminal.Terminal;
import opsis.app.workspace.Workspace;
import opsis.capture.RetrySettings;
import opsis.capture.profile.PageProfile;
import opsis.capture.profile.PageProfiles;
import opsis.storage.CaptureAttempt;
import opsis.storage.Store;
import opsis.storage.ingest.IngestSettings;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Runs a whole night on a bundled sample site, in a fresh workspace.",
        footer = {"", "Nothing leaves this machine: the site runs on loopback, its people are invented.", "",
            "Examples:", "  opsis demo", "  opsis demo --json --workspace /tmp/demo"})
final class DemoCommand extends BaseCommand {

    /** The site says within seconds when to come back, so the demo waits as little. */
    private static final RetrySettings RETRIES = new RetrySettings(null, Duration.ofSeconds(1), 1,
            Duration.ofSeconds(1), 50, Duration.ofMillis(500), 2, Duration.ofMillis(500), 2, 3,
            Duration.ofSeconds(10));
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int PASSES = 100;
    /** Fewer posts and samples than a night takes, so that the demo ends soon; the trust marks say what that costs. */
    private static final int EXPLAINED = 8;
    private static final int UNCERTAIN = 2;
    private static final int WORD_SAMPLES = 500;
    private static final int REGION_SAMPLES = 300;

    DemoCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitStatus run() throws IOException {
        Path folder = givenWorkspace() == null ? fresh(environment().folder()) : workspaceFolder();
        if (!Workspace.create(folder)) {
            throw new CommandFailure(ExitStatus.USAGE, folder + " is a workspace already; the demo wants a new folder.");
        }
        Terminal terminal = terminal();
        try (SampleSite site = SampleSite.start(SampleSiteSettings.defaults(), environment().clock());
                Workspace workspace = Workspace.open(folder, ownDatabase(), environment().clock())) {
            site.writePosts(folder.resolve(workspace.settings().ingest().folder()));
            terminal.say("The sample site runs at " + site.base() + ", the workspace is " + folder);
            NightResult result = new Night(workspace, parts(workspace, site), terminal, environment().clock(),
                    environment().interruption(), new Random(1)).run();
            NightNumbers night = result.numbers();
            DemoNumbers numbers = DemoNumbers.of(night, folder, unexpected(workspace.store(), site));
            night.problems().forEach(terminal::warn);
            numbers.unexpected().forEach(terminal::warn);
            terminal.result(numbers, () -> result.words(workspace.settings(), environment().interactive()));
            return numbers.unexpected().isEmpty() ? night.status() : ExitStatus.PARTLY;
        }
    }

    /** Reads the settings without the environment's database: the invented posts stay out of anybody's own. */
    private SettingsLoader ownDatabase() {
        Map<String, String> variables = new HashMap<>(environment().variables());
        variables.keySet().removeIf(name -> name.startsWith("OPSIS_DATABASE_"));
        return SettingsLoader.fromEnvironment(variables);
    }

    /** Returns a folder that does not exist yet, so that the demo begins with nothing stored. */
    private static Path fresh(Path here) {
        Path folder = here.resolve("opsis-demo");
        for (int i = 2; Files.exists(folder); i++) {
            folder = here.resolve("opsis-demo-" + i);
        }
        return folder;
    }

    private NightParts parts(Workspace workspace, SampleSite site) {
        Settings settings = workspace.settings();
        PageProfile profile = Profiles.at(PageProfiles.named("sample"), site.base() + "{handle}/status/{id}");
        CaptureOrder order = CaptureOrders.of(settings.capture(), profile, Integer.MAX_VALUE, workspace.folder())
                .patient(RETRIES, PATIENCE, PASSES, Duration.ofSeconds(10));
        // The invented people's handles may be somebody's on X: their posts get no address there.
        IngestSettings ingest = new IngestSettings("", "plateia");
        Settings.Explain explain = new Settings.Explain(EXPLAINED, UNCERTAIN, WORD_SAMPLES, REGION_SAMPLES,
                settings.explain().seed());
        return new NightParts(ingest, order, explain, Models.folder(null, workspace, environment()),
                workspace.folder().resolve(settings.ingest().folder()),
                workspace.folder().resolve(settings.report().folder()));
    }

    /** Compares what was seen with what the site means to show. */
    private static List<String> unexpected(Store store, SampleSite site) {
        return site.expectations().byPost().values().stream()
                .map(expected -> {
                    String seen = store.captures().latest(expected.postId(), "sample")
                            .map(CaptureAttempt::outcome).orElse("never tried");
                    return seen.equals(expected.outcome()) ? null
                            : "post " + expected.postId() + " should be " + expected.outcome() + " and is " + seen;
                })
                .filter(line -> line != null).sorted().toList();
    }
}

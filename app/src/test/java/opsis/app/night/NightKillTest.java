package opsis.app.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import opsis.app.Surroundings;
import opsis.app.settings.SettingsLoader;
import opsis.app.site.SampleSite;
import opsis.app.site.SampleSiteSettings;
import opsis.app.workspace.Workspace;
import opsis.fusion.classify.Classifier;
import opsis.fusion.classify.ClassifierSettings;
import opsis.storage.CaptureAttempt;
import opsis.storage.Prediction;
import opsis.storage.Run;
import opsis.storage.RunState;
import opsis.storage.Store;
import opsis.storage.StoredExplanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills nights at random instants, as a power cut would, and looks whether anything is lost or done twice. */
class NightKillTest {

    private static final int KILLS = 10;
    private static final int EARLIEST_MILLIS = 500;
    private static final int LATEST_MILLIS = 15_000;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoneTwiceWhenTheNightIsKilledAtTenRandomInstants() throws Exception {
        Surroundings.needBrowser();
        Surroundings.starter();
        long seed = System.nanoTime();
        System.out.println("seed of the instants: " + seed);
        Random random = new Random(seed);
        int kills = 0;
        for (int round = 1; kills < KILLS; round++) {
            Path workspace = folder.resolve("round-" + round);
            Workspace.create(workspace);
            try (SampleSite site = SampleSite.start(SampleSiteSettings.defaults(), Clock.systemUTC())) {
                site.writePosts(workspace.resolve("inbox"));
                while (kills < KILLS && killedWithin(random, site, workspace)) {
                    kills++;
                }
                runToTheEnd(site, workspace);
                verify(workspace, site);
            }
        }
    }

    /** Starts a night and kills it after a while; returns false if it was done before. */
    private boolean killedWithin(Random random, SampleSite site, Path workspace) throws Exception {
        Process night = start(site, workspace);
        int millis = EARLIEST_MILLIS + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS);
        if (night.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        // Browsers die with the machine in a power cut; here they must not live on to disturb the next night.
        List<ProcessHandle> browsers = night.descendants().toList();
        night.destroyForcibly().waitFor();
        browsers.forEach(ProcessHandle::destroyForcibly);
        return true;
    }

    private void runToTheEnd(SampleSite site, Path workspace) throws Exception {
        Process night = start(site, workspace);
        assertThat(night.waitFor(8, TimeUnit.MINUTES)).as("the night ends").isTrue();
        assertThat(night.exitValue()).as(Files.readString(log(workspace))).isIn(0, 4);
    }

    private static Path log(Path workspace) {
        return workspace.resolve("night.log");
    }

    private static Process start(SampleSite site, Path workspace) throws IOException {
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-Djava.awt.headless=true", "-Dopsis.home=" + Surroundings.home(), "-cp", classpath,
                "opsis.app.Main", "nightly", "--quiet", "--workspace", workspace.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log(workspace).toString())));
        builder.environment().putAll(Map.of("OPSIS_CAPTURE_PROFILE", "sample",
                "OPSIS_CAPTURE_URL_TEMPLATE", site.base() + "{handle}/status/{id}",
                "OPSIS_CAPTURE_PATIENCE", "6s", "OPSIS_CAPTURE_PASS_WAIT", "4s", "OPSIS_CAPTURE_PASSES", "40",
                "OPSIS_EXPLAIN_TOP", "3", "OPSIS_EXPLAIN_UNCERTAIN", "1",
                "OPSIS_EXPLAIN_WORD_SAMPLES", "60", "OPSIS_EXPLAIN_REGION_SAMPLES", "30"));
        return builder.start();
    }

    private static void verify(Path folder, SampleSite site) throws IOException {
        try (Workspace workspace = Workspace.open(folder, SettingsLoader.fromEnvironment(Map.of()),
                Clock.systemUTC())) {
            Store store = workspace.store();
            Set<String> captured = new HashSet<>();
            for (String post : site.expectations().byPost().keySet()) {
                assertThat(store.posts().find(post)).as("post " + post).isPresent();
                verifyAttempts(store, store.captures().history(post), captured);
            }
            assertThat(store.posts().count()).isEqualTo(site.expectations().byPost().size());
            verifyResults(store, captured);
            verifyRuns(store.runs().recent(KILLS + 2));
        }
    }

    /** A night that was cut off is gone on with; another begins only where the kill came after the night's end. */
    private static void verifyRuns(List<Run> newestFirst) {
        assertThat(newestFirst).isNotEmpty().allSatisfy(run ->
                assertThat(run.state()).isIn(RunState.DONE, RunState.PARTLY));
        for (int i = 1; i < newestFirst.size(); i++) {
            assertThat(newestFirst.get(i - 1).startedAt()).isAfterOrEqualTo(newestFirst.get(i).finishedAt());
        }
    }

    private static void verifyAttempts(Store store, List<CaptureAttempt> history, Set<String> captured)
            throws IOException {
        assertThat(history).isNotEmpty();
        assertThat(history.stream().map(CaptureAttempt::number).sorted().toList())
                .as("attempts are numbered without gap or double").isEqualTo(
                        IntStream.rangeClosed(1, history.size()).boxed().toList());
        List<CaptureAttempt> pictures = history.stream().filter(CaptureAttempt::captured).toList();
        assertThat(pictures).as("no post is captured twice").hasSizeLessThanOrEqualTo(1);
        for (CaptureAttempt attempt : pictures) {
            captured.add(attempt.postId());
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(store.blobs().read(attempt.pictureSha256())));
            assertThat(new int[] {image.getWidth(), image.getHeight()}).containsExactly(600, 600);
        }
    }

    private static void verifyResults(Store store, Set<String> captured) {
        assertThat(captured).hasSizeGreaterThan(30);
        String scored = model();
        assertThat(store.predictions().all(scored)).extracting(Prediction::postId)
                .containsExactlyInAnyOrderElementsOf(captured);
        List<StoredExplanation> explanations = store.explanations().recent(scored, 100);
        assertThat(explanations).hasSizeBetween(3, 4).extracting(StoredExplanation::postId).doesNotHaveDuplicates();
        explanations.forEach(each -> assertThat(store.blobs().contains(each.overlaySha256())).isTrue());
    }

    private static String model() {
        try (Classifier classifier = Classifier.open(Surroundings.starter(), ClassifierSettings.standard())) {
            return classifier.version();
        }
    }
}

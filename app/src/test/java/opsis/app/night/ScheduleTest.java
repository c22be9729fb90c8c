package opsis.app.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import opsis.app.Surroundings;
import opsis.app.settings.Settings;
import opsis.app.settings.SettingsLoader;
import opsis.app.terminal.CommandFailure;
import opsis.app.workspace.Workspace;
import opsis.storage.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {

    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String NEXT_CENTURY = "0 0 0 1 1 ? 2098";

    @TempDir
    private Path folder;

    private Settings settings(String cron, String missed) {
        return SettingsLoader.fromEnvironment(Map.of("OPSIS_NIGHTLY_CRON", cron, "OPSIS_NIGHTLY_MISSED", missed))
                .load(folder.resolve("none.yaml"));
    }

    private Store store() {
        return Store.openFolder(folder, Clock.systemUTC());
    }

    private static Schedule start(Settings settings, Store store, Schedule.Work work) {
        return Schedule.start(settings, store.dataSource(), false, work);
    }

    @Test
    void theNightStartsByTheCron() throws Exception {
        CountDownLatch nights = new CountDownLatch(2);
        try (Store store = store(); Schedule schedule = start(settings(EVERY_SECOND, "run"), store, nights::countDown)) {
            assertThat(nights.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(schedule.next()).isNotNull();
        }
    }

    @Test
    void noNightStartsWhileAnotherRuns() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        try (Store store = store(); Schedule schedule = start(settings(EVERY_SECOND, "run"), store, () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            // Longer than the cron's second, so that the next one falls due meanwhile.
            new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
            running.decrementAndGet();
            three.countDown();
        })) {
            assertThat(three.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(schedule.next()).isNotNull();
        }
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void closingWaitsForTheNightUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        try (Store store = store()) {
            Schedule schedule = start(settings(EVERY_SECOND, "run"), store, () -> {
                begun.countDown();
                new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
                done.incrementAndGet();
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            schedule.close();
            assertThat(done.get()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void aNightThatFailedDoesNotEndTheSchedule() throws Exception {
        CountDownLatch nights = new CountDownLatch(2);
        try (Store store = store(); Schedule schedule = start(settings(EVERY_SECOND, "run"), store, () -> {
            nights.countDown();
            throw new IOException("the model is missing");
        })) {
            assertThat(nights.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(schedule.next()).isNotNull();
        }
    }

    @Test
    void aMissedNightIsMadeUpForWhereTheSettingsSayRun() throws Exception {
        assertThat(missed("run", 20)).isTrue();
    }

    @Test
    void aMissedNightIsLeftOutWhereTheSettingsSaySkip() throws Exception {
        assertThat(missed("skip", 3)).isFalse();
    }

    /** Plans a night, pretends that the machine slept through it, and says whether it runs on waking. */
    private boolean missed(String rule, int patience) throws Exception {
        CountDownLatch night = new CountDownLatch(1);
        try (Store store = store()) {
            start(settings(NEXT_CENTURY, rule), store, night::countDown).close();
            setNextFireTime(store, Instant.now().minus(Duration.ofHours(2)));
            try (Schedule schedule = start(settings(NEXT_CENTURY, rule), store, night::countDown)) {
                boolean ran = night.await(patience, TimeUnit.SECONDS);
                assertThat(schedule.next()).isNotNull();
                return ran;
            }
        }
    }

    private static void setNextFireTime(Store store, Instant time) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update qrtz_triggers set next_fire_time = ?")) {
            update.setLong(1, time.toEpochMilli());
            assertThat(update.executeUpdate()).isEqualTo(1);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    @Test
    void aCronThatCannotBeUnderstoodIsNamed() {
        try (Store store = store()) {
            assertThatThrownBy(() -> start(settings("at night", "run"), store, () -> { }))
                    .isInstanceOf(CommandFailure.class).hasMessageContaining("at night").hasMessageContaining("0 30 2");
        }
    }

    @Test
    void theScheduleEndsCleanlyOnSigterm() throws Exception {
        Workspace.create(folder);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dopsis.home=" + Surroundings.home(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "opsis.app.Main", "schedule", "--workspace", folder.toString())
                .redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        for (int c = process.getInputStream().read(); c >= 0 && c != '\n'; c = process.getInputStream().read()) {
            said.append((char) c);
        }
        assertThat(said).contains("The next night begins at");

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.exists(folder.resolve("opsis.yaml"))).isTrue();
        store().close();
    }
}

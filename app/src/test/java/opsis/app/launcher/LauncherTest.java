package opsis.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import opsis.app.launcher.FakeClone.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    @TempDir
    private Path folder;
    private FakeClone clone;

    @BeforeEach
    void makeClone() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher is a shell script and this machine has no /bin/sh");
        clone = new FakeClone(folder.toRealPath());
    }

    @Test
    void aFirstStartBuildsAndASecondDoesNot() throws IOException {
        Result first = clone.run("--version");
        Result second = clone.run("--version");

        assertThat(first.status()).isZero();
        assertThat(first.err()).contains("building Opsis (first time");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out()).contains("<opsis.app.Main>\n<--version>\n");
        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void aChangedANewAndADeletedSourceAreEachBuiltAgain() throws IOException {
        clone.run();
        Files.writeString(clone.source("fusion"), "class B {}");
        clone.run();
        Path added = clone.source("app").resolveSibling("New.java");
        Files.writeString(added, "class New {}");
        clone.run();
        Files.delete(added);
        clone.run();

        assertThat(clone.mavenCalls()).hasSize(4);
    }

    @Test
    void aLibraryThatVanishedFromTheMavenRepositoryIsFetchedAgain() throws IOException {
        clone.run();
        Files.delete(clone.fake("library.jar"));
        Result again = clone.run();

        assertThat(again.status()).isZero();
        assertThat(clone.mavenCalls()).hasSize(2);
    }

    @Test
    void theClassPathNamesCopiesThatTheNextBuildLeavesAlone() throws IOException {
        clone.run();
        String classPath = Files.readString(clone.root().resolve(".opsis/classpath"));
        Files.writeString(clone.source("app"), "class C {}");
        clone.run();

        assertThat(classPath).doesNotContain("/target/").contains(clone.fake("library.jar").toString());
        String running = classPath.lines().skip(1).findFirst().orElseThrow().replace("\"", "");
        assertThat(List.of(running.split(":"))).hasSize(6).allSatisfy(jar -> assertThat(Path.of(jar)).exists());
    }

    @Test
    void theCommandRunsInTheCallersDirectoryAlsoThroughASymbolicLink() throws IOException {
        Path elsewhere = Files.createDirectory(clone.root().resolveSibling("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("opsis-link"), Path.of("../my clone/opsis"));

        Result result = clone.runIn(elsewhere, link, "ingest", "posts.csv");

        assertThat(result.out()).startsWith("in " + elsewhere + "\n").endsWith("<ingest>\n<posts.csv>\n");
    }

    @Test
    void argumentsArriveUnchanged() {
        Result result = clone.run("score", "two words", "*", "", "καλημέρα", "a\"b'c\\d");

        assertThat(result.out()).endsWith("<score>\n<two words>\n<*>\n<>\n<καλημέρα>\n<a\"b'c\\d>\n");
    }

    @Test
    void aFailedBuildNamesItsCauseAndIsTriedAgain() throws IOException {
        FakeClone.write(clone.fake("maven-status"), "1");
        FakeClone.write(clone.fake("maven-says"), "[ERROR] COMPILATION ERROR :\n[ERROR] A.java:[1] no such thing\n");
        Result compile = clone.run("init");
        FakeClone.write(clone.fake("maven-says"), "[ERROR] repo: Unknown host somewhere.example\n");
        Result network = clone.run("init");

        assertThat(compile.status()).isEqualTo(1);
        assertThat(compile.err()).contains("A.java:[1] no such thing", "do not compile");
        assertThat(network.status()).isEqualTo(6);
        assertThat(network.err()).contains("not reached", "https_proxy");
        assertThat(compile.out()).isEmpty();
        assertThat(clone.mavenCalls()).hasSize(2);
    }

    @Test
    void withoutMavenTheMendIsNamed() throws IOException {
        clone.without("mvn");
        Result result = clone.with("OPSIS_OFFLINE", "1").run("init");

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.err()).contains("Maven 3.8 or newer is missing", "apt install maven");
    }

    @Test
    void offlineTellsMavenToStayOffline() throws IOException {
        clone.with("OPSIS_OFFLINE", "1").run("init");

        assertThat(clone.mavenCalls()).singleElement().asString().contains(" -o ");
    }

    @Test
    void proxyVariablesReachMavenAndJavaWithoutTheirPassword() throws IOException {
        clone.with("https_proxy", "http://me:secret@proxy.example.org:3128/").with("no_proxy", ".example.org,intern");
        Result result = clone.run("init");

        String proxy = "-Dhttps.proxyHost=proxy.example.org -Dhttps.proxyPort=3128";
        assertThat(Files.readString(clone.fake("maven-options"))).contains(proxy).doesNotContain("secret");
        assertThat(result.out()).contains("<-Dhttps.proxyHost=proxy.example.org>\n<-Dhttps.proxyPort=3128>\n",
                "<-Dhttp.nonProxyHosts=localhost|127.*|[::1]|*.example.org|intern>").doesNotContain("secret");
    }

    @ParameterizedTest(name = "flock is there: {0}")
    @ValueSource(booleans = {true, false})
    void twoStartsAtOnceBuildOnce(boolean flock) throws Exception {
        if (!flock) {
            clone.without("flock");
        }
        FakeClone.write(clone.fake("maven-waits"), "");
        Process first = clone.start(clone.root(), clone.launcher(), "init");
        assertThat(first.errorReader().readLine()).contains("building");
        Process second = clone.start(clone.root(), clone.launcher(), "init");
        assertThat(second.errorReader().readLine()).contains("waiting for another build");
        FakeClone.write(clone.fake("maven-may-go"), "");

        assertThat(first.onExit().get(60, TimeUnit.SECONDS).exitValue()).isZero();
        assertThat(second.onExit().get(60, TimeUnit.SECONDS).exitValue()).isZero();
        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void aLockWhoseHolderWasKilledHoldsNobodyUp() throws Exception {
        clone.without("flock");
        Process dead = new ProcessBuilder("/bin/sh", "-c", "exit").start();
        dead.waitFor();
        FakeClone.write(clone.root().resolve(".opsis/lock.d/holder"), dead.pid() + "\n");
        Result result = clone.run("init");

        assertThat(result.status()).isZero();
        assertThat(clone.root().resolve(".opsis/lock.d")).doesNotExist();
    }

    @Test
    void aTestRunEndsWithTheCountsAndTheReasonsOfSkips() throws IOException {
        FakeClone.write(clone.fake("reports/TEST-opsis.ATest.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="opsis.ATest" tests="4" errors="0" skipped="2" failures="0">
                  <properties><property name="a" value="&lt;testcase/&gt;"/></properties>
                  <testcase name="passes" classname="opsis.ATest" time="0.1"/>
                  <testcase name="talks" classname="opsis.ATest" time="0.1"><system-out><![CDATA[<testcase name="no">
                <failure message="not real"/> <skipped/>]]></system-out></testcase>
                  <testcase name="asks" classname="opsis.ATest" time="0">
                    <skipped message="Assumption failed: no &quot;PostgreSQL&quot; here &amp; now, 1 failed, 0 skipped" type="x"/>
                  </testcase>
                  <testcase name="" classname="opsis.BTest" time="0"><skipped/></testcase>
                  <testcase name="looks" classname="opsis.BTest" time="0">
                    <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: no <data> here
                	at opsis.BTest.looks(BTest.java:1)
                ]]></skipped>
                    <system-out><![CDATA[a word of its own]]></system-out>
                  </testcase>
                </testsuite>
                """);
        Result result = clone.run("test", "-pl", "capture");

        assertThat(result.status()).isZero();
        assertThat(result.out()).endsWith("""
                Skipped:
                  ATest.asks: no "PostgreSQL" here & now, 1 failed, 0 skipped
                  BTest
                  BTest.looks: no <data> here
                2 passed, 0 failed, 3 skipped
                """);
        assertThat(clone.mavenCalls()).singleElement().asString().endsWith("verify -pl capture");
    }

    @Test
    void aFailureInAReportFailsTheTestRun() throws IOException {
        FakeClone.write(clone.fake("reports/TEST-opsis.ATest.xml"), """
                <testsuite name="opsis.ATest"><testcase name="breaks" classname="opsis.ATest"><failure message="1 &lt; 2"
                 type="x"><![CDATA[trace]]></failure></testcase>
                <testcase name="errs" classname="opsis.ATest"><error type="x">trace</error></testcase></testsuite>
                """);
        Files.createDirectories(clone.root().resolve("app/src/test"));
        Result result = clone.run("test");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("not tested").endsWith(" app\n");
        assertThat(result.out()).endsWith("Failed:\n  ATest.breaks: 1 < 2\n  ATest.errs\n0 passed, 2 failed, 0 skipped\n");
    }

    @Test
    void aTestRunWithoutATestFails() throws IOException {
        FakeClone.write(clone.root().resolve("capture/target/surefire-reports/TEST-left-over.xml"),
                "<testsuite><testcase name=\"old\" classname=\"opsis.Old\"/></testsuite>");
        Result result = clone.run("test");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).endsWith("0 passed, 0 failed, 0 skipped\n");
        assertThat(result.err()).contains("no test ran");
    }

    @Test
    void allTestsIncludesTheSlowOnes() throws IOException {
        clone.run("test", "--all");

        assertThat(clone.mavenCalls()).singleElement().asString().endsWith("verify -DexcludedTestGroups=");
    }
}

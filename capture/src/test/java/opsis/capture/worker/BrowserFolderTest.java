package opsis.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFolderTest {
  @TempDir
  Path base;
  private Process browser;

  @BeforeEach
  void startSomethingLong() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sleep")), "skipped: this machine has no /bin/sleep to stand in for a browser");
    browser = new ProcessBuilder("/bin/sleep", "600").start();
  }

  @AfterEach
  void end() {
    if (browser != null) browser.destroyForcibly();
  }

  private Path onlyFolder() throws IOException {
    try (Stream<Path> folders = Files.list(base)) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Test
  void theBrowserOfALivingOwnerIsLeftAlone() throws IOException {
    BrowserFolder.create(base).record(List.of(browser.toHandle()));
    BrowserFolder.reap(base);
    assertThat(browser.isAlive()).isTrue();
    assertThat(onlyFolder()).exists();
  }

  @Test
  void theBrowserOfADeadOwnerIsEndedAndItsFolderDeleted() throws IOException {
    BrowserFolder.create(base).record(List.of(browser.toHandle()));
    Path processes = onlyFolder().resolve("processes");
    Files.write(processes, Stream.concat(Stream.of("999999999 0"), Files.readAllLines(processes).stream().skip(1)).toList());
    BrowserFolder.reap(base);
    assertThat(browser.onExit()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(base).isEmptyDirectory();
  }

  @Test
  void aNumberThatWasGivenToAnotherProcessIsNotEnded() throws IOException {
    BrowserFolder.create(base);
    Files.write(onlyFolder().resolve("processes"), List.of("999999999 0", browser.pid() + " 12345"));
    BrowserFolder.reap(base);
    assertThat(browser.isAlive()).isTrue();
  }

  @Test
  void aFolderThatCannotBeReadIsLeftAlone() throws IOException {
    BrowserFolder.create(base);
    Files.writeString(onlyFolder().resolve("processes"), "not a number");
    BrowserFolder.reap(base);
    assertThat(onlyFolder()).exists();
  }
}

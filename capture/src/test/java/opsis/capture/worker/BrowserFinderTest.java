package opsis.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFinderTest {
  @TempDir
  Path folder;
  private Path driver;

  @BeforeEach
  void driver() throws IOException {
    driver = program("bin/chromedriver");
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private String path(String... folders) {
    return String.join(File.pathSeparator, Arrays.stream(folders).map(name -> folder.resolve(name).toString()).toList());
  }

  @Test
  void theSettingGoesBeforeTheEnvironmentAndTheEnvironmentBeforeThePath() throws IOException {
    Path set = program("set/chrome");
    Path named = program("named/chrome");
    Path onPath = program("bin/chromium");
    BrowserFinder finder = new BrowserFinder(Map.of("OPSIS_CHROME", named.toString(), "PATH", path("bin")));
    assertThat(finder.find(set, null).browser()).isEqualTo(set);
    assertThat(finder.find(null, null).browser()).isEqualTo(named);
    assertThat(new BrowserFinder(Map.of("PATH", path("none", "bin"))).find(null, null).browser()).isEqualTo(onPath);
  }

  @Test
  void theDriverIsFoundInTheSameOrder() throws IOException {
    program("bin/chromium");
    Path named = program("named/driver");
    assertThat(new BrowserFinder(Map.of("SE_CHROMEDRIVER", named.toString(), "PATH", path("bin"))).find(null, null).driver()).isEqualTo(named);
    assertThat(new BrowserFinder(Map.of("PATH", path("bin"))).find(null, null).driver()).isEqualTo(driver);
    assertThat(new BrowserFinder(Map.of("PATH", path("bin"))).find(null, named).driver()).isEqualTo(named);
  }

  @Test
  void aNameThatIsNoProgramIsToldByWhoNamedIt() {
    BrowserFinder finder = new BrowserFinder(Map.of("OPSIS_CHROME", folder.resolve("none").toString(), "PATH", ""));
    assertThatThrownBy(() -> finder.find(null, null)).isInstanceOf(BrowserMissingException.class).hasMessageContaining("OPSIS_CHROME names")
        .hasMessageContaining("none");
  }
}

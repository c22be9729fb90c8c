package opsis.capture.worker;

import io.github.bonigarcia.wdm.WebDriverManager;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds Chrome or Chromium and its driver: named by the settings, by the environment, on the PATH, at the system's usual
 * places; the driver lastly by WebDriverManager. What is found nowhere is left to Selenium Manager, which downloads both.
 */
final class BrowserFinder {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserFinder.class);
  private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
      "chrome", "chrome.exe");
  private static final List<String> DRIVERS = List.of("chromedriver", "chromedriver.exe");
  private static final List<String> USUAL_PLACES = List.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium");
  private static final List<String> WINDOWS_ROOTS = List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");

  /**
   * What was found; each may be null, which leaves it to Selenium Manager.
   *
   * @param lookedFor where, in words, for the message to a person
   */
  record Found(Path browser, Path driver, String lookedFor) {}

  private final Map<String, String> environment;

  BrowserFinder(Map<String, String> environment) {
    this.environment = environment;
  }

  Found find(Path browser, Path driver) {
    Path foundBrowser = named(browser, "the setting for the browser").or(() -> named(path("OPSIS_CHROME"), "OPSIS_CHROME"))
        .or(() -> onPath(BROWSERS)).or(this::atUsualPlace).orElse(null);
    Path foundDriver = named(driver, "the setting for the driver").or(() -> named(path("SE_CHROMEDRIVER"), "SE_CHROMEDRIVER"))
        .or(() -> onPath(DRIVERS)).or(() -> managed(foundBrowser)).orElse(null);
    return new Found(foundBrowser, foundDriver, "looked for a browser in OPSIS_CHROME, on the PATH (" + String.join(", ", BROWSERS)
        + ") and at the usual places of macOS and Windows, for a driver in SE_CHROMEDRIVER, on the PATH (chromedriver)"
        + " and by WebDriverManager");
  }

  private Optional<Path> named(Path file, String by) {
    if (file == null) return Optional.empty();
    if (!Files.isExecutable(file)) {
      throw new BrowserMissingException(by + " names " + file + ", which is not a program; give the path of Chrome, Chromium or chromedriver");
    }
    return Optional.of(file);
  }

  private Path path(String variable) {
    String value = environment.get(variable);
    return value == null || value.isBlank() ? null : Path.of(value);
  }

  private Optional<Path> onPath(List<String> names) {
    String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return names.stream().flatMap(name -> Stream.of(folders).filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable).filter(Files::isRegularFile).findFirst();
  }

  private Optional<Path> atUsualPlace() {
    List<Path> places = new ArrayList<>(USUAL_PLACES.stream().map(Path::of).toList());
    for (String root : WINDOWS_ROOTS) {
      if (environment.containsKey(root)) places.add(Path.of(environment.get(root), "Google", "Chrome", "Application", "chrome.exe"));
    }
    return places.stream().filter(Files::isExecutable).findFirst();
  }

  private static Optional<Path> managed(Path browser) {
    if (browser == null) return Optional.empty();
    try {
      WebDriverManager manager = WebDriverManager.chromedriver().browserBinary(browser.toString()).avoidExport();
      manager.setup();
      return Optional.ofNullable(manager.getDownloadedDriverPath()).map(Path::of);
    } catch (RuntimeException e) {
      LOG.info("WebDriverManager has no driver for {}: {}", browser, e.getMessage());
      return Optional.empty();
    }
  }
}

package opsis.capture.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import opsis.capture.Capture;
import opsis.capture.profile.PageProfile;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;

/** One running browser with one tab of 600×600 pixels. For one thread at a time, except {@link #close}. */
final class Browser implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  /** How much longer than a page may take the driver may be silent before it counts as hung. */
  private static final Duration HANG = Duration.ofSeconds(15);
  private static final Map<String, Object> PICTURE = Map.of("format", "png", "optimizeForSpeed", true);

  private final BrowserFolder folder;
  private final DocumentWatch watch;
  private final List<ProcessHandle> processes = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private ChromeDriverService service;
  private ChromeDriver driver;
  private DevTools devTools;

  private Browser(BrowserFolder folder, DocumentWatch watch) {
    this.folder = folder;
    this.watch = watch;
  }

  /**
   * Starts a browser.
   *
   * @throws WebDriverException where driver and browser do not come up together
   */
  static Browser start(BrowserFinder.Found found, WorkerSettings settings, PageProfile profile, Duration patience, HttpClient http)
      throws IOException {
    Browser browser = new Browser(BrowserFolder.create(Path.of(System.getProperty("java.io.tmpdir"))), new DocumentWatch(new AddressPolicy(profile)));
    try {
      browser.launch(found, profile, patience);
      browser.prepare(settings, profile, http);
      return browser;
    } catch (IOException | RuntimeException e) {
      browser.kill();
      throw e;
    }
  }

  private void launch(BrowserFinder.Found found, PageProfile profile, Duration patience) throws IOException {
    ChromeDriverService.Builder builder = new ChromeDriverService.Builder().usingAnyFreePort()
        .withEnvironment(Map.of("TMPDIR", folder.temporary().toString(), "TMP", folder.temporary().toString()))
        .withLogFile(Files.createFile(folder.temporary().resolve("chromedriver.log")).toFile());
    if (found.driver() != null) builder.usingDriverExecutable(found.driver().toFile());
    service = builder.build();
    if (found.driver() != null) {
      service.start();
      remember(children(service.getUrl().getPort()));
    }
    ClientConfig client = ClientConfig.defaultConfig().readTimeout(longer(START_PATIENCE, patience.plus(HANG)));
    ChromeOptions options = ChromeFlags.options(found.browser(), folder.userData(), profile);
    driver = new ChromeDriver(service, options, client);
    if (processes.isEmpty()) remember(children(service.getUrl().getPort()));
    driver.manage().timeouts().pageLoadTimeout(patience).scriptTimeout(patience.plusSeconds(2));
  }

  private void prepare(WorkerSettings settings, PageProfile profile, HttpClient http) throws IOException {
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
        Map.of("width", Capture.SIDE, "height", Capture.SIDE, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand("Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", profile.dark() ? "dark" : "light"))));
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "UTC"));
    driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "deny"));
    if (settings.userAgentSuffix() != null) {
      Object agent = driver.executeCdpCommand("Browser.getVersion", Map.of()).get("userAgent");
      driver.executeCdpCommand("Emulation.setUserAgentOverride", Map.of("userAgent", agent + " " + settings.userAgentSuffix()));
    }
    devTools = DevTools.connect(http, debuggerAddress(), watch);
    watch.attach(devTools, driver.getWindowHandle());
    for (JsonNode process : devTools.call(null, "SystemInfo.getProcessInfo", Map.of()).path("processInfo")) {
      if (process.path("type").asText().equals("browser")) remember(ProcessHandle.of(process.path("id").asLong()).stream().toList());
    }
  }

  private String debuggerAddress() {
    Object options = driver.getCapabilities().getCapability("goog:chromeOptions");
    return String.valueOf(((Map<?, ?>) options).get("debuggerAddress"));
  }

  private void remember(List<ProcessHandle> handles) throws IOException {
    processes.addAll(handles);
    folder.record(handles);
  }

  private static List<ProcessHandle> children(int port) {
    return ProcessHandle.current().children()
        .filter(child -> child.info().commandLine().orElse("").contains("--port=" + port)).toList();
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Name and version, such as {@code chrome 156.0.8078.79}. */
  String version() {
    return driver.getCapabilities().getBrowserName() + " " + driver.getCapabilities().getBrowserVersion();
  }

  /** The driver and the browser that it started. */
  List<ProcessHandle> processes() {
    return List.copyOf(processes);
  }

  JavascriptExecutor script() {
    return driver;
  }

  /** Opens an address and returns when its document is parsed. */
  void open(URI address) {
    watch.reset();
    driver.get(address.toString());
  }

  DocumentWatch.Seen seen() {
    return watch.seen();
  }

  byte[] picture() {
    return Base64.getDecoder().decode((String) driver.executeCdpCommand("Page.captureScreenshot", PICTURE).get("data"));
  }

  /** Forgets what sites have stored: cookies, and the storage of the given addresses' origins. */
  void wipe(URI... addresses) throws IOException {
    List<CompletableFuture<JsonNode>> wiping = new ArrayList<>();
    wiping.add(devTools.send(watch.session(), "Network.clearBrowserCookies", Map.of()));
    wiping.add(devTools.send(watch.session(), "Runtime.evaluate", Map.of("expression", "try { sessionStorage.clear() } catch { }")));
    Stream.of(addresses).filter(address -> address.getScheme().startsWith("http"))
        .map(address -> address.getScheme() + "://" + address.getRawAuthority()).distinct()
        .forEach(origin -> wiping.add(devTools.send(watch.session(), "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"))));
    DevTools.get(CompletableFuture.allOf(wiping.toArray(CompletableFuture[]::new)));
  }

  /** Asks the browser to end, then ends what is left of it. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        driver.quit();
      } catch (RuntimeException e) {
        // It is ended below whatever it answers.
      }
      end();
    }
  }

  /** Ends a browser that may not answer any more. */
  void kill() {
    if (closed.compareAndSet(false, true)) end();
  }

  /** Browser before driver, since the driver is the one to take note of the browser's end. */
  private void end() {
    if (devTools != null) devTools.close();
    List<ProcessHandle> newestFirst = new ArrayList<>(processes);
    Collections.reverse(newestFirst);
    newestFirst.forEach(BrowserFolder::end);
    newestFirst.forEach(process -> process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join());
    if (service != null && service.isRunning()) service.stop();
    folder.delete();
  }
}

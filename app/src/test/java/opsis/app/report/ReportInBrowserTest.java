package opsis.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The report as a reader meets it: in a browser. */
class ReportInBrowserTest {

    @TempDir
    private static Path folder;
    private static ChromeDriver browser;
    private static String address;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = HeadlessChrome.start();
        String words = "Να <mark class=\"opsis-for opsis-5\" title=\"+0.4120\">φύγουν</mark> όλοι από την πλατεία, αυτοί οι "
                + "<mark class=\"opsis-for opsis-3\" title=\"+0.2310\">ξένοι</mark> δεν είναι <mark class=\"opsis-against opsis-2\" "
                + "title=\"-0.0800\">άνθρωποι</mark> σαν εμάς.";
        ReportPost shaded = NightBuilder.withWords("<bdi class=\"opsis-words\">" + words + "</bdi>");
        Path file = folder.resolve("report.html");
        new ReportWriter(Language.GREEK, ZoneId.of("Europe/Athens")).write(NightBuilder.night()
                .top(shaded, NightBuilder.post(1, 0.914), NightBuilder.saying("<img src=x onerror=alert(1)>")).build(), file);
        address = file.toUri().toString();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void openReport() {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.get(address);
    }

    private static WebElement first(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    private static List<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    @Test
    void nothingOfAPostIsShownUntilItIsAskedFor() {
        assertThat(all(".screenshot, .overlay, .words, .author, .address")).isNotEmpty().noneMatch(WebElement::isDisplayed);
        assertThat(first(".blurred").getCssValue("filter")).contains("blur");
        assertThat(browser.findElement(By.tagName("body")).getText()).doesNotContain("πλατεία", "geitonia_prota");
    }

    @Test
    void onePostIsUncoveredByItsButtonAndCoveredAgain() {
        first("#top-1 summary").click();

        assertThat(first("#top-1 .screenshot").isDisplayed()).isTrue();
        assertThat(first("#top-1 .words").getText()).contains("πλατεία");
        assertThat(first("#top-2 .screenshot").isDisplayed()).isFalse();

        first("#top-1 summary").click();

        assertThat(first("#top-1 .screenshot").isDisplayed()).isFalse();
    }

    @Test
    void onePostIsUncoveredByTheKeyboardAlone() {
        first("#top-1 summary").sendKeys(Keys.ENTER);

        assertThat(first("#top-1 .words").isDisplayed()).isTrue();
    }

    @Test
    void allPostsAreUncoveredByTheSwitchAndCoveredByEscape() {
        first("#show-all").sendKeys(Keys.SPACE);

        assertThat(all(".words")).isNotEmpty().allMatch(WebElement::isDisplayed);

        browser.findElement(By.tagName("body")).sendKeys(Keys.ESCAPE);

        assertThat(all(".words")).noneMatch(WebElement::isDisplayed);
        assertThat(first("#show-all").isSelected()).isFalse();
    }

    @Test
    void nothingIsRememberedWhenThePageIsOpenedAgain() {
        first("#show-all").sendKeys(Keys.SPACE);

        browser.navigate().refresh();

        assertThat(all(".words")).noneMatch(WebElement::isDisplayed);
        assertThat(browser.executeScript("return document.cookie + localStorage.length + sessionStorage.length")).isEqualTo("00");
    }

    @Test
    void theRegionsAreShownAndHiddenOverTheSameSpot() {
        first("#top-1 summary").click();
        assertThat(first("#top-1 .overlay").isDisplayed()).isFalse();

        first("#top-1 .overlay-switch").sendKeys(Keys.SPACE);

        assertThat(first("#top-1 .overlay").isDisplayed()).isTrue();
        assertThat(first("#top-1 .overlay").getRect()).isEqualTo(first("#top-1 .stack img").getRect());

        first("#top-1 .overlay-switch").sendKeys(Keys.SPACE);

        assertThat(first("#top-1 .overlay").isDisplayed()).isFalse();
        assertThat(first("#top-1 .screenshot").isDisplayed()).isTrue();
    }

    @Test
    void theLanguageChangesEverywhereAtOnce() {
        assertThat(first("h1").getText()).startsWith("Από τις 60 αναρτήσεις");

        browser.findElement(By.cssSelector("label[for=language-en]")).click();

        assertThat(first("h1").getText()).startsWith("Of 60 posts due");
        assertThat(first("html").getDomAttribute("lang")).isEqualTo("en");
        assertThat(browser.getTitle()).isEqualTo("Opsis · Morning report, Sunday, 22 November 2026");
        assertThat(first("#top-1 .screenshot").getDomAttribute("alt")).isEqualTo("Screenshot of the post");
        assertThat(first("main").getText()).doesNotContain("Αποτυπώθηκαν");
    }

    @Test
    void theChartHasANameAndADescription() {
        assertThat(first("svg.plot").getAccessibleName()).contains("Οι πιθανότητες της νύχτας");
        assertThat(first("svg.plot").getAriaRole()).isIn("img", "image");
    }

    @Test
    void aPhoneNeedsNoSidewaysScrolling() {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 375, "height", 800, "deviceScaleFactor", 2, "mobile", true));
        first("#show-all").sendKeys(Keys.SPACE);
        browser.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");

        assertThat(browser.executeScript("return document.documentElement.scrollWidth")).isEqualTo(375L);
    }

    @Test
    void textsStandOutFromTheirGroundInLightAndDark() {
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand("Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            browser.get(address);
            first("#show-all").sendKeys(Keys.SPACE);

            assertThat(ContrastProbe.failures(browser)).as(scheme).isEmpty();
        }
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @Test
    void onPaperItIsDarkOnWhiteWhateverTheScreenPrefers() {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print",
                "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        try {
            browser.get(address);

            assertThat(first("html").getCssValue("background-color")).isEqualTo("rgba(255, 255, 255, 1)");
            assertThat(ContrastProbe.failures(browser)).isEmpty();
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
        }
    }

    @Test
    void withoutScriptPostsStayCoveredAndCanStillBeUncoveredAndTranslated() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.get(address);
            assertThat(all("#show-all")).noneMatch(WebElement::isDisplayed);
            assertThat(first("#top-1 .words").isDisplayed()).isFalse();

            first("#top-1 summary").click();
            browser.findElement(By.cssSelector("label[for=language-en]")).click();

            assertThat(first("#top-1 .words").isDisplayed()).isTrue();
            assertThat(first("h1").getText()).startsWith("Of 60 posts due");
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void thePageAsksTheNetworkForNothingAndComplainsOfNothing() {
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.get(address);
        first("#show-all").sendKeys(Keys.SPACE);

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).isEmpty();
        assertThat(browser.manage().logs().get(LogType.PERFORMANCE).getAll()).extracting(LogEntry::getMessage)
                .filteredOn(message -> message.contains("\"Network.requestWillBeSent\""))
                .isNotEmpty()
                .allMatch(message -> message.contains("\"url\":\"file:") || message.contains("\"url\":\"data:"));
    }
}

package opsis.capture.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opsis.capture.Outcome;
import opsis.capture.profile.LayoutSelectors;
import opsis.capture.profile.OutcomeRule;
import opsis.capture.profile.PageProfile;
import opsis.capture.profile.ProfileException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;

/** Runs the script that waits, inside the page, until the post is drawn or one of the profile's rules holds. */
final class PageProbe {
  private static final String CHECK = """
      const bad = selector => { try { document.createDocumentFragment().querySelector(selector); return false; } catch { return true; } };
      const wrong = text => { try { new RegExp(text, 'iu'); return false; } catch { return true; } };
      return [...arguments[0].filter(bad), ...arguments[1].filter(wrong)];""";

  private final String script = resource();
  private final PageProfile profile;

  PageProbe(PageProfile profile) {
    this.profile = profile;
  }

  /** @throws ProfileException where the browser does not understand a selector or pattern of the profile */
  void checkProfile(JavascriptExecutor browser) {
    LayoutSelectors layout = profile.layout();
    List<String> selectors = new ArrayList<>(profile.ready());
    selectors.addAll(profile.dismiss());
    selectors.addAll(profile.hide());
    selectors.addAll(layoutMap(layout).values());
    profile.rules().stream().map(OutcomeRule::selector).forEach(selectors::add);
    selectors.removeIf(selector -> selector == null);
    List<String> patterns = profile.rules().stream().map(OutcomeRule::text).filter(text -> text != null).toList();
    List<?> bad = (List<?>) browser.executeScript(CHECK, selectors, patterns);
    if (bad == null || bad.isEmpty()) return;
    throw new ProfileException("page profile " + profile.name() + ": the browser does not understand " + bad.get(0)
        + "; mend this CSS selector or regular expression");
  }

  /**
   * Waits and looks.
   *
   * @param attempt names the attempt, so that the page of an earlier one is told apart
   * @param rules the page rules to look for; the state names one by its index in this list
   * @throws JavascriptException where the page went away meanwhile
   */
  PageState look(JavascriptExecutor browser, String attempt, List<OutcomeRule> rules, Duration patience) {
    Map<String, Object> specification = Map.of("attempt", attempt, "ready", profile.ready(), "dismiss", profile.dismiss(), "hide", profile.hide(),
        "layout", layoutMap(profile.layout()), "rules", rules.stream().map(PageProbe::ruleMap).toList());
    Map<?, ?> found = (Map<?, ?>) browser.executeAsyncScript(script, specification, patience.toMillis());
    // A dialog that is dismissed while the script waits takes the answer with it.
    if (found == null) throw new JavascriptException("the page gave no answer");
    return PageState.of(found);
  }

  private static Map<String, Object> ruleMap(OutcomeRule rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("selector", rule.selector());
    map.put("text", rule.text());
    map.put("picture", rule.outcome() == Outcome.SENSITIVE_HIDDEN);
    return map;
  }

  private static Map<String, String> layoutMap(LayoutSelectors layout) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("avatar", layout.avatar());
    map.put("displayName", layout.displayName());
    map.put("handle", layout.handle());
    map.put("text", layout.text());
    map.put("media", layout.media());
    map.put("linkCard", layout.linkCard());
    map.put("quotedPost", layout.quotedPost());
    map.put("counters", layout.counters());
    return map;
  }

  private static String resource() {
    try (InputStream in = PageProbe.class.getResourceAsStream("probe.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package opsis.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import opsis.capture.Layout;
import opsis.capture.Outcome;
import opsis.capture.profile.LayoutSelectors;
import opsis.capture.profile.OutcomeRule;
import opsis.capture.profile.PageProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeDecisionTest {
  private static final PictureCheck GOOD = new PictureCheck(600, 600, false, 4, 4);
  private static final PageState READY = new PageState(null, false, -1, List.of(), true, 0, 0, 4, Layout.empty(), "http://h/");
  private static final List<OutcomeRule> RULES = List.of(
      new OutcomeRule(List.of(404), ".suspended", null, Outcome.SUSPENDED, "suspended"),
      new OutcomeRule(List.of(420), null, null, Outcome.RATE_LIMITED, "calm down"),
      new OutcomeRule(List.of(), ".gone", null, Outcome.DELETED, "gone"));

  private final OutcomeDecision plain = decision(List.of());
  private final OutcomeDecision ruled = decision(RULES);

  private static OutcomeDecision decision(List<OutcomeRule> rules) {
    return new OutcomeDecision(new PageProfile("test", "{url}", List.of("h"), false, false, true, null, List.of(".a", ".b"), rules, List.of(),
        List.of(), new LayoutSelectors(null, null, null, ".text", null, null, null, null)), Duration.ofSeconds(5));
  }

  private static Evidence status(int status, Duration retryAfter) {
    return new Evidence(null, false, status, retryAfter, null, false, null, null);
  }

  private Outcome with(PageState page, PictureCheck picture) {
    return plain.decide(status(200, null).with(page, picture)).outcome();
  }

  @ParameterizedTest
  @CsvSource({"204,,NETWORK_ERROR", "401,,LOGIN_WALL", "403,,LOGIN_WALL", "404,,DELETED", "410,,DELETED", "451,,DELETED", "429,,RATE_LIMITED",
      "429,5,RATE_LIMITED", "503,5,RATE_LIMITED", "503,,NETWORK_ERROR", "500,,NETWORK_ERROR", "502,,NETWORK_ERROR", "408,,NETWORK_ERROR"})
  void aStatusDecidesWithoutAPage(int status, Long retryAfter, Outcome outcome) {
    Evidence seen = status(status, retryAfter == null ? null : Duration.ofSeconds(retryAfter));
    assertThat(plain.beforePage(seen)).map(Verdict::outcome).contains(outcome);
  }

  @Property
  void aGoodStatusNeedsThePage(@ForAll @IntRange(min = 200, max = 203) int status) {
    assertThat(plain.beforePage(status(status, null))).isEmpty();
  }

  @Test
  void aReadyPageWithAGoodPictureIsCaptured() {
    assertThat(with(READY, GOOD)).isEqualTo(Outcome.CAPTURED);
  }

  @Property
  void nothingIsCapturedUnlessEverythingIsThere(@ForAll @IntRange(max = 2) int missing, @ForAll boolean still, @ForAll @IntRange(max = 1) int open,
      @ForAll @IntRange(max = 1) int broken, @ForAll @IntRange(min = 599, max = 601) int width, @ForAll boolean blank, @ForAll @IntRange(max = 4) int inked) {
    PageState page = new PageState(null, false, -1, List.of(".a", ".b").subList(0, missing), still, open, broken, 4, Layout.empty(), "http://h/");
    boolean whole = missing == 0 && still && open == 0 && broken == 0 && width == 600 && !blank && inked >= 2;
    Outcome expected = whole ? Outcome.CAPTURED : missing == 2 ? Outcome.TIMEOUT : Outcome.INCOMPLETE;
    assertThat(with(page, new PictureCheck(width, 600, blank, 4, inked))).isEqualTo(expected);
  }

  @Test
  void aPostWithoutWordsNeedsNone() {
    PageState wordless = new PageState(null, false, -1, List.of(), true, 0, 0, 0, Layout.empty(), "http://h/");
    assertThat(with(wordless, new PictureCheck(600, 600, false, 0, 0))).isEqualTo(Outcome.CAPTURED);
  }

  @Test
  void aRefusalGoesBeforeEverything() {
    Evidence seen = new Evidence("outside", true, 404, null, "ERR_BLOCKED_BY_CLIENT", true, READY, GOOD);
    assertThat(plain.decide(seen)).isEqualTo(new Verdict(Outcome.BLOCKED_BY_POLICY, "outside"));
  }

  @Test
  void aStatusGoesBeforeSilenceAndNetworkErrors() {
    assertThat(plain.decide(new Evidence(null, false, 429, null, "ERR_HTTP_RESPONSE_CODE_FAILURE", true, null, null)).outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(plain.decide(new Evidence(null, false, 0, null, null, true, null, null)).outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(plain.decide(new Evidence(null, false, 0, null, "ERR_NAME_NOT_RESOLVED", false, null, null)))
        .isEqualTo(new Verdict(Outcome.NETWORK_ERROR, "ERR_NAME_NOT_RESOLVED"));
  }

  @Test
  void aRuleOnStatusAloneDecidesAtOnce() {
    assertThat(ruled.beforePage(status(420, null))).map(Verdict::outcome).contains(Outcome.RATE_LIMITED);
  }

  @Test
  void aRuleOnStatusAndPageLetsThePageDecide() {
    assertThat(ruled.beforePage(status(404, null))).isEmpty();
    assertThat(ruled.pageRules(404)).extracting(OutcomeRule::selector).containsExactly(".suspended", ".gone");
    assertThat(ruled.pageRules(200)).extracting(OutcomeRule::selector).containsExactly(".gone");
    PageState suspended = new PageState(null, false, 0, List.of(".a", ".b"), false, 0, 0, 0, Layout.empty(), "http://h/");
    assertThat(ruled.decide(status(404, null).with(suspended, null)).outcome()).isEqualTo(Outcome.SUSPENDED);
    assertThat(ruled.decide(status(200, null).with(suspended, null)).outcome()).isEqualTo(Outcome.DELETED);
  }

  @Test
  void anOldPageIsNeverTakenForANewOne() {
    PageState stale = new PageState(null, true, -1, List.of(), false, 0, 0, 0, Layout.empty(), null);
    assertThat(plain.decide(status(200, null).with(stale, null)).outcome()).isEqualTo(Outcome.NETWORK_ERROR);
  }
}

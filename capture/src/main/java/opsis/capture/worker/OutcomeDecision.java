package opsis.capture.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import opsis.capture.Outcome;
import opsis.capture.profile.OutcomeRule;
import opsis.capture.profile.PageProfile;

/** Decides an attempt's outcome from its evidence under one profile; pure. */
final class OutcomeDecision {
  private final PageProfile profile;
  private final Duration patience;

  /** @param patience how long the page had, for the reason's words */
  OutcomeDecision(PageProfile profile, Duration patience) {
    this.profile = profile;
    this.patience = patience;
  }

  /** The profile's rules that need the page, of those that fit the document's status. */
  List<OutcomeRule> pageRules(int status) {
    return profile.rules().stream().filter(rule -> !rule.onStatusAlone())
        .filter(rule -> rule.status().isEmpty() || rule.status().contains(status)).toList();
  }

  /** The outcome where the page need not be looked at. */
  Optional<Verdict> beforePage(Evidence seen) {
    if (seen.refusal() != null) return verdict(Outcome.BLOCKED_BY_POLICY, seen.refusal());
    if (seen.download()) return verdict(Outcome.BLOCKED_BY_POLICY, "the address offers a file to download, not a page");
    Optional<Verdict> byStatus = byStatus(seen);
    if (byStatus.isPresent()) return byStatus;
    if (seen.timedOut()) return verdict(Outcome.TIMEOUT, "the page did not answer within " + inWords(patience));
    if (seen.networkError() != null) return verdict(Outcome.NETWORK_ERROR, seen.networkError());
    return Optional.empty();
  }

  Verdict decide(Evidence seen) {
    return beforePage(seen).orElseGet(() -> byPage(seen));
  }

  private Optional<Verdict> byStatus(Evidence seen) {
    int status = seen.status();
    for (OutcomeRule rule : profile.rules()) {
      if (rule.onStatusAlone() && rule.status().contains(status)) return verdict(rule.outcome(), rule.reason() + " (status " + status + ")");
    }
    boolean pageDecides = profile.rules().stream().anyMatch(rule -> !rule.onStatusAlone() && rule.status().contains(status));
    if (pageDecides) return Optional.empty();
    return switch (status) {
      case 204, 205 -> verdict(Outcome.NETWORK_ERROR, "the answer is empty (status " + status + ")");
      case 401, 403 -> verdict(Outcome.LOGIN_WALL, "the site does not show the post to this visitor (status " + status + ")");
      case 404, 410, 451 -> verdict(Outcome.DELETED, "the post is gone (status " + status + ")");
      case 429 -> verdict(Outcome.RATE_LIMITED, "the site asks to come later (status 429)");
      case 503 -> seen.retryAfter() != null ? verdict(Outcome.RATE_LIMITED, "the site asks to come later (status 503)") : failing(503);
      default -> status >= 400 ? failing(status) : Optional.empty();
    };
  }

  private static Optional<Verdict> failing(int status) {
    return verdict(Outcome.NETWORK_ERROR, "the site answers with status " + status);
  }

  private Verdict byPage(Evidence seen) {
    PageState page = seen.page();
    if (page == null) return new Verdict(Outcome.BROWSER_FAILED, "the page was not looked at");
    if (page.error() != null) return new Verdict(Outcome.NETWORK_ERROR, page.error());
    if (page.stale()) return new Verdict(Outcome.NETWORK_ERROR, "the address brought no page");
    if (page.rule() >= 0) {
      OutcomeRule rule = pageRules(seen.status()).get(page.rule());
      return new Verdict(rule.outcome(), rule.reason());
    }
    if (page.missing().size() == profile.ready().size()) {
      return new Verdict(Outcome.TIMEOUT, "nothing of the post was drawn within " + inWords(patience));
    }
    return incomplete(seen).map(reason -> new Verdict(Outcome.INCOMPLETE, reason))
        .orElse(new Verdict(Outcome.CAPTURED, "the post is drawn"));
  }

  private Optional<String> incomplete(Evidence seen) {
    PageState page = seen.page();
    PictureCheck picture = seen.picture();
    if (!page.missing().isEmpty()) return Optional.of("not drawn within " + inWords(patience) + ": " + String.join(", ", page.missing()));
    if (page.openPictures() > 0) return Optional.of(count(page.openPictures(), "picture") + " still loading after " + inWords(patience));
    if (page.brokenPictures() > 0) return Optional.of(count(page.brokenPictures(), "picture") + " could not be loaded");
    if (!page.still()) return Optional.of("the page did not come to rest within " + inWords(patience));
    if (picture == null) return Optional.of("no picture could be taken");
    if (!picture.exactSize()) return Optional.of("the picture is " + picture.width() + "×" + picture.height() + " pixels, not 600×600");
    if (picture.blank()) return Optional.of("the picture is blank");
    if (page.words() > 0 && picture.inkedWords() == 0) return Optional.of("none of the post's words was drawn");
    if (picture.inkedWords() * 2 < picture.wordBoxes()) {
      return Optional.of("only " + picture.inkedWords() + " of " + picture.wordBoxes() + " words were drawn");
    }
    return Optional.empty();
  }

  private static Optional<Verdict> verdict(Outcome outcome, String reason) {
    return Optional.of(new Verdict(outcome, reason));
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String inWords(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}

package opsis.capture.profile;

import opsis.capture.Outcome;
import java.util.List;

/**
 * One rule of a profile: where everything that it names is seen, the attempt has this outcome. Rules on
 * status alone are looked at first, since they spare the wait for the page; the others in their order.
 *
 * @param status statuses of the document of which one must match; empty for any
 * @param selector CSS selector of an element that must be visible; null for none
 * @param text regular expression (case-insensitive, in the common subset of Java's and JavaScript's syntax) that must be
 *     found in the visible text of the selector's element, or of the page where there is no selector; null for none
 * @param outcome the outcome; never CAPTURED
 * @param reason one line for a person
 */
public record OutcomeRule(List<Integer> status, String selector, String text, Outcome outcome, String reason) {
  public OutcomeRule {
    status = List.copyOf(status);
  }

  /** Whether the rule can be decided before the page is looked at. */
  public boolean onStatusAlone() {
    return selector == null && text == null;
  }
}

package opsis.capture.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import opsis.capture.Outcome;

/** Reads one profile from YAML by hand, so that every mistake is told by its file and key. */
final class ProfileReader {
  private static final ObjectMapper YAML = new ObjectMapper(
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final Set<String> KEYS = Set.of("name", "urlTemplate", "hosts", "loopback", "dark", "wipe", "patience", "ready",
      "rules", "dismiss", "hide", "layout");
  private static final Set<String> RULE_KEYS = Set.of("status", "selector", "text", "outcome", "reason");
  private static final Set<String> LAYOUT_KEYS = Set.of("avatar", "displayName", "handle", "text", "media", "linkCard",
      "quotedPost", "counters");
  private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");

  private final String file;

  private ProfileReader(String file) {
    this.file = file;
  }

  static PageProfile parse(String file, String yaml) {
    try {
      return new ProfileReader(file).profile(YAML.readTree(yaml));
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr());
      throw new ProfileException("page profile " + file + ", line " + line + ": not YAML: " + firstLine(e.getOriginalMessage()), e);
    }
  }

  private PageProfile profile(JsonNode root) {
    if (!root.isObject()) throw wrong("(the whole file)", "must be a map of keys; see the shipped generic.yaml");
    onlyKeys(root, "", KEYS);
    String template = required(root, "urlTemplate");
    if (!template.startsWith("{url}") && !template.matches("https?://.*")) throw wrong("urlTemplate", "must be {url} or start with http:// or https://");
    List<String> ready = texts(root, "ready");
    if (ready.isEmpty()) throw wrong("ready", "needs at least one CSS selector of an element that only a drawn post has");
    return new PageProfile(required(root, "name"), template, hosts(root), flag(root, "loopback", false), flag(root, "dark", false),
        flag(root, "wipe", true), patience(root), ready, rules(root.path("rules")), texts(root, "dismiss"), texts(root, "hide"),
        layout(root.path("layout")));
  }

  private List<String> hosts(JsonNode root) {
    List<String> hosts = texts(root, "hosts");
    if (hosts.isEmpty()) throw wrong("hosts", "needs at least one host name, such as example.org or *.example.org");
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) throw wrong("hosts", "\"" + host + "\" is not a host name; write example.org, *.example.org or *");
    }
    return hosts;
  }

  private Duration patience(JsonNode root) {
    String text = optional(root, "patience");
    if (text == null) return null;
    try {
      Duration patience = text.startsWith("P") ? Duration.parse(text) : Duration.parse("PT" + text);
      if (patience.isNegative() || patience.isZero()) throw wrong("patience", "must be longer than nothing, not " + text);
      return patience;
    } catch (DateTimeParseException e) {
      throw wrong("patience", "must be a duration such as 8s or 1m30s, not \"" + text + "\"");
    }
  }

  private List<OutcomeRule> rules(JsonNode list) {
    if (list.isMissingNode() || list.isNull()) return List.of();
    if (!list.isArray()) throw wrong("rules", "must be a list");
    List<OutcomeRule> rules = new ArrayList<>();
    for (JsonNode node : list) rules.add(rule(node, "rules[" + rules.size() + "]"));
    return rules;
  }

  private OutcomeRule rule(JsonNode node, String key) {
    if (!node.isObject()) throw wrong(key, "must be a map with outcome and at least one of status, selector, text");
    onlyKeys(node, key + ".", RULE_KEYS);
    List<Integer> status = new ArrayList<>();
    JsonNode given = node.path("status");
    for (JsonNode one : given.isArray() ? given : given.isMissingNode() ? List.<JsonNode>of() : List.of(given)) {
      if (!one.isInt() || one.intValue() < 100 || one.intValue() > 599) throw wrong(key + ".status", "must be an HTTP status or a list of them");
      status.add(one.intValue());
    }
    String selector = optional(node, "selector");
    String text = optional(node, "text");
    if (status.isEmpty() && selector == null && text == null) throw wrong(key, "needs at least one of status, selector, text");
    if (text != null) checkPattern(key + ".text", text);
    Outcome outcome = outcome(key + ".outcome", optional(node, "outcome"));
    String reason = optional(node, "reason");
    return new OutcomeRule(status, selector, text, outcome, reason != null ? reason : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private Outcome outcome(String key, String name) {
    return Arrays.stream(Outcome.values()).filter(o -> o != Outcome.CAPTURED && o.name().equals(name)).findFirst()
        .orElseThrow(() -> wrong(key, "must be an outcome other than CAPTURED, such as DELETED or RATE_LIMITED, not " + name));
  }

  private void checkPattern(String key, String text) {
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw wrong(key, "is not a regular expression: " + firstLine(e.getMessage()));
    }
  }

  private LayoutSelectors layout(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) return new LayoutSelectors(null, null, null, null, null, null, null, null);
    if (!node.isObject()) throw wrong("layout", "must be a map from part to CSS selector");
    onlyKeys(node, "layout.", LAYOUT_KEYS);
    return new LayoutSelectors(optional(node, "avatar"), optional(node, "displayName"), optional(node, "handle"), optional(node, "text"),
        optional(node, "media"), optional(node, "linkCard"), optional(node, "quotedPost"), optional(node, "counters"));
  }

  private List<String> texts(JsonNode root, String key) {
    JsonNode list = root.path(key);
    if (list.isMissingNode() || list.isNull()) return List.of();
    if (!list.isArray()) throw wrong(key, "must be a list");
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list) {
      if (!item.isTextual() || item.textValue().isBlank()) throw wrong(key + "[" + texts.size() + "]", "must be text");
      texts.add(item.textValue());
    }
    return texts;
  }

  private String required(JsonNode root, String key) {
    String value = optional(root, key);
    if (value == null) throw wrong(key, "is missing; add " + key + ": …");
    return value;
  }

  private String optional(JsonNode root, String key) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) return null;
    if (!value.isTextual() || value.textValue().isBlank()) throw wrong(key, "must be text; put it in quotation marks");
    return value.textValue();
  }

  private boolean flag(JsonNode root, String key, boolean otherwise) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) return otherwise;
    if (!value.isBoolean()) throw wrong(key, "must be true or false");
    return value.booleanValue();
  }

  private void onlyKeys(JsonNode node, String prefix, Set<String> known) {
    node.fieldNames().forEachRemaining(key -> {
      if (!known.contains(key)) throw wrong(prefix + key, "is not known; use one of " + String.join(", ", known.stream().sorted().toList()));
    });
  }

  private ProfileException wrong(String key, String mend) {
    return new ProfileException("page profile " + file + ", key " + key + ": " + mend);
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}

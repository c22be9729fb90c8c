package opsis.capture.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sees the answers to a tab's own document: status, Retry-After, redirects.
 *
 * <p>It pauses document answers only (DevTools {@code Fetch}, response stage), one exchange for each page. That is the
 * cheapest way to the headers: the Network domain reports every request of the page (10 to 15 % of the rate, the performance
 * log 25 %), {@code PerformanceNavigationTiming} gives the status but no headers, and asking the site twice would burn its
 * request budget. And a paused redirect can be refused before it is followed.
 */
final class DocumentWatch implements DevTools.EventListener {
  /**
   * What was seen since the watch was last reset.
   *
   * @param status of the last document answer, 0 where none came
   * @param retryAfter the header's value, null where there is none
   * @param url the last document's address, null where none came
   * @param refusal why a redirect was not followed, null where none was refused
   * @param download whether the answer asked to be saved as a file
   */
  record Seen(int status, String retryAfter, String url, String refusal, boolean download) {
    static final Seen NOTHING = new Seen(0, null, null, null, false);
  }

  private final AddressPolicy policy;
  private volatile Seen seen = Seen.NOTHING;
  private volatile DevTools devTools;
  private volatile String frame;
  private volatile String session;

  DocumentWatch(AddressPolicy policy) {
    this.policy = policy;
  }

  /** Begins to watch a tab. */
  void attach(DevTools tools, String target) throws IOException {
    devTools = tools;
    frame = target;
    session = tools.call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true)).path("sessionId").asText();
    tools.call(session, "Fetch.enable", Map.of("patterns",
        List.of(Map.of("urlPattern", "*", "resourceType", "Document", "requestStage", "Response"))));
    // A page may open windows of its own; they are closed as soon as they appear.
    tools.call(null, "Target.setDiscoverTargets", Map.of("discover", true, "filter", List.of(Map.of("type", "page"))));
  }

  String session() {
    return session;
  }

  void reset() {
    seen = Seen.NOTHING;
  }

  Seen seen() {
    return seen;
  }

  @Override
  public void event(String from, String method, JsonNode event) {
    switch (method) {
      case "Fetch.requestPaused" -> paused(event);
      case "Target.targetCreated" -> {
        JsonNode target = event.path("targetInfo");
        boolean another = target.path("type").asText().equals("page") && !target.path("targetId").asText().equals(frame);
        if (another) devTools.send(null, "Target.closeTarget", Map.of("targetId", target.path("targetId").asText()));
      }
      default -> { }
    }
  }

  private void paused(JsonNode event) {
    String request = event.path("requestId").asText();
    String refusal = null;
    if (event.path("frameId").asText().equals(frame)) {
      Seen now = read(event);
      seen = now;
      refusal = now.refusal();
    }
    if (refusal == null) devTools.send(session, "Fetch.continueRequest", Map.of("requestId", request));
    else devTools.send(session, "Fetch.failRequest", Map.of("requestId", request, "errorReason", "BlockedByClient"));
  }

  private Seen read(JsonNode event) {
    String url = event.path("request").path("url").asText();
    int status = event.path("responseStatusCode").asInt();
    String retryAfter = null;
    String location = null;
    boolean download = false;
    for (JsonNode header : event.path("responseHeaders")) {
      String name = header.path("name").asText();
      String value = header.path("value").asText();
      if (name.equalsIgnoreCase("Retry-After")) retryAfter = value;
      else if (name.equalsIgnoreCase("Location")) location = value;
      else if (name.equalsIgnoreCase("Content-Disposition")) download = value.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }
    boolean redirect = status >= 300 && status < 400 && location != null;
    return new Seen(status, retryAfter, url, redirect ? refusal(url, location) : refusal(url, ""), download);
  }

  private String refusal(String base, String location) {
    try {
      URI next = location.isEmpty() ? address(base) : address(base).resolve(address(location));
      return policy.refusal(next).map(why -> location.isEmpty() ? why : "redirect refused: " + why).orElse(null);
    } catch (IllegalArgumentException e) {
      return "an address that cannot be read is not opened";
    }
  }

  /** Browsers let characters stand that {@link URI} refuses. */
  private static URI address(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (" \"<>^`{|}\\".indexOf(c) >= 0) out.append(String.format("%%%02X", (int) c));
      else out.append(c);
    }
    return URI.create(out.toString());
  }
}

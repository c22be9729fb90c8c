package opsis.capture.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection to a browser's DevTools beside WebDriver's own, for events, which WebDriver's commands do not bring. It
 * speaks plain JSON, so that it fits every browser version, unlike Selenium's typed DevTools.
 */
final class DevTools implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Told of each event: its session (empty for the browser's own), method and parameters. Must not block. */
  interface EventListener {
    void event(String session, String method, JsonNode parameters);
  }

  private final EventListener listener;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final WebSocket socket;
  private CompletableFuture<WebSocket> sent;

  private DevTools(HttpClient http, URI address, EventListener listener) throws IOException {
    this.listener = listener;
    socket = get(http.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(address, new Receiver()));
    sent = CompletableFuture.completedFuture(socket);
  }

  /** @param debuggerAddress host and port, as the capability {@code goog:chromeOptions} tells it */
  static DevTools connect(HttpClient http, String debuggerAddress, EventListener listener) throws IOException {
    HttpRequest version = HttpRequest.newBuilder(URI.create("http://" + debuggerAddress + "/json/version")).timeout(PATIENCE).build();
    try {
      JsonNode answer = JSON.readTree(http.send(version, HttpResponse.BodyHandlers.ofString()).body());
      return new DevTools(http, URI.create(answer.path("webSocketDebuggerUrl").asText()), listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while connecting to the browser", e);
    }
  }

  /** Sends a command without waiting for its answer; the future fails where the browser refuses it. */
  CompletableFuture<JsonNode> send(String session, String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    if (session != null) message.put("sessionId", session);
    message.set("params", JSON.valueToTree(parameters));
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    synchronized (this) {
      // The JDK's WebSocket allows one message under way at a time.
      sent = sent.thenCompose(ready -> ready.sendText(message.toString(), true));
      sent.whenComplete((ok, problem) -> {
        if (problem != null) answer.completeExceptionally(problem);
      });
    }
    return answer;
  }

  /** Sends a command and waits for its answer. */
  JsonNode call(String session, String method, Map<String, ?> parameters) throws IOException {
    return get(send(session, method, parameters));
  }

  static <T> T get(CompletableFuture<T> future) throws IOException {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the browser", e);
    } catch (ExecutionException e) {
      throw new IOException("the browser refused a DevTools command: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException("the browser did not answer a DevTools command within " + PATIENCE.toSeconds() + " s", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    fail("the connection was closed");
  }

  private void fail(String why) {
    waiting.values().forEach(answer -> answer.completeExceptionally(new IOException(why)));
    waiting.clear();
  }

  private void received(String text) throws JsonProcessingException {
    JsonNode message = JSON.readTree(text);
    if (!message.has("id")) {
      listener.event(message.path("sessionId").asText(""), message.path("method").asText(), message.path("params"));
      return;
    }
    CompletableFuture<JsonNode> answer = waiting.remove(message.get("id").intValue());
    if (answer == null) return;
    if (message.has("error")) answer.completeExceptionally(new IOException(message.get("error").path("message").asText()));
    else answer.complete(message.path("result"));
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String text = partial.toString();
        partial.setLength(0);
        try {
          received(text);
        } catch (JsonProcessingException e) {
          fail("the browser sent what is not JSON");
        }
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      fail("the browser closed the connection");
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable problem) {
      fail("the connection to the browser broke: " + problem.getMessage());
    }
  }
}

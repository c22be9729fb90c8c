package opsis.capture.card;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves cards on 127.0.0.1, on a free port, to this machine alone. */
public final class CardServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CardServer.class);
  private static final String CARD = "/card/";
  private static final String PICTURE = "/picture/";

  private final Function<String, Optional<CardPost>> posts;
  private final Function<String, Optional<byte[]>> pictures;
  private final CardPage page = new CardPage(key -> picture(key).isPresent());
  private final HttpServer server;
  private final ExecutorService threads;

  private CardServer(Function<String, Optional<CardPost>> posts, Function<String, Optional<byte[]>> pictures) throws IOException {
    this.posts = posts;
    this.pictures = pictures;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    threads = Executors.newFixedThreadPool(8, task -> {
      Thread thread = new Thread(task, "card-server");
      thread.setDaemon(true);
      return thread;
    });
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param posts finds the post of an id; called from several threads
   * @param pictures finds a picture's bytes (PNG, JPEG, GIF or WebP) by the key that a post names; called from several
   *     threads. A picture that it does not have shows a placeholder
   */
  public static CardServer start(Function<String, Optional<CardPost>> posts, Function<String, Optional<byte[]>> pictures) {
    try {
      return new CardServer(posts, pictures);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on 127.0.0.1 for the cards", e);
    }
  }

  /** The address of a post's card; open it with the page profile {@code card}. */
  public URI uri(String postId, Theme theme) {
    String query = theme == Theme.DARK ? "?theme=dark" : "";
    return URI.create("http://" + authority() + CARD + URLEncoder.encode(postId, StandardCharsets.UTF_8) + query);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      // A name that was made to resolve to this machine (DNS rebinding) shows in the Host header.
      boolean ours = authority().equals(exchange.getRequestHeaders().getFirst("Host"));
      if (!ours || !exchange.getRequestMethod().equals("GET")) {
        plain(exchange, 403, "forbidden");
      } else if (path.startsWith(CARD)) {
        card(exchange, decoded(path.substring(CARD.length())));
      } else if (path.startsWith(PICTURE)) {
        picture(exchange, decoded(path.substring(PICTURE.length())));
      } else {
        plain(exchange, 404, "not found");
      }
    } catch (RuntimeException e) {
      LOG.warn("a card could not be served", e);
      plain(exchange, 500, "the card could not be drawn");
    }
  }

  private void card(HttpExchange exchange, String id) throws IOException {
    Optional<CardPost> post = posts.apply(id);
    if (post.isEmpty()) {
      plain(exchange, 404, "no such post");
      return;
    }
    Theme theme = "theme=dark".equals(exchange.getRequestURI().getRawQuery()) ? Theme.DARK : Theme.LIGHT;
    send(exchange, 200, "text/html; charset=utf-8", page.html(post.get(), theme).getBytes(StandardCharsets.UTF_8));
  }

  private void picture(HttpExchange exchange, String key) throws IOException {
    Optional<byte[]> bytes = picture(key);
    if (bytes.isEmpty()) plain(exchange, 404, "no such picture");
    else send(exchange, 200, PictureType.of(bytes.get()).orElseThrow(), bytes.get());
  }

  private Optional<byte[]> picture(String key) {
    return pictures.apply(key).filter(bytes -> PictureType.of(bytes).isPresent());
  }

  private void plain(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", page.policy());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}

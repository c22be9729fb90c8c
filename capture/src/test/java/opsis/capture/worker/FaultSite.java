package opsis.capture.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** A site on loopback that goes wrong in the ways that sites go wrong. */
final class FaultSite implements AutoCloseable {
  static final String TEXT = "Καλημέρα σε όλους 🌞 #θάλασσα @eleni";

  final Set<String> asked = ConcurrentHashMap.newKeySet();
  final Set<String> agents = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(12);
  private final HttpServer server;
  private final ServerSocket resetting;

  FaultSite() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    resetting = new ServerSocket(0, 10, loopback);
    threads.execute(this::reset);
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** An address whose server takes the connection and drops it. */
  URI resetting() {
    return URI.create("http://127.0.0.1:" + resetting.getLocalPort() + "/");
  }

  /** An address where nobody listens. */
  static URI refusing() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.stop(0);
    resetting.close();
    threads.shutdownNow();
  }

  private void reset() {
    while (!resetting.isClosed()) {
      try (Socket socket = resetting.accept()) {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
    String[] parts = path.substring(1).split("/");
    switch (parts[0]) {
      case "post" -> send(exchange, 200, page(scripted(post("<img class=avatar src=/picture>", TEXT, "<div class=media><img src=/picture></div>"), 150)));
      case "slow-picture" -> send(exchange, 200, page(post("", TEXT, "<div class=media><img src=/late-picture></div>")));
      case "endless-picture" -> send(exchange, 200, page(post("", TEXT, "<div class=media><img src=/hang></div>")));
      case "broken-picture" -> send(exchange, 200, page(post("", TEXT, "<div class=media><img src=/no-picture></div>")));
      case "picture" -> picture(exchange);
      case "late-picture" -> threads.schedule(() -> { picture(exchange); return null; }, 400, TimeUnit.MILLISECONDS);
      case "status" -> send(exchange, Integer.parseInt(parts[1]), page("<p>status"));
      case "later" -> {
        exchange.getResponseHeaders().set("Retry-After", exchange.getRequestURI().getQuery());
        send(exchange, Integer.parseInt(parts[1]), page("<p>later"));
      }
      case "empty" -> {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
      }
      case "tombstone" -> send(exchange, 200, page(scripted("<p class=tombstone>Διαγράφηκε</p>", 100)));
      case "protected" -> send(exchange, 200, page("<p class=notice>Ο λογαριασμός είναι ΚΛΕΙΔΩΜΈΝΟΣ</p>"));
      case "cover" -> send(exchange, 200, page(post("", TEXT, "<div class=cover>Ευαίσθητο περιεχόμενο</div>")));
      case "login" -> redirect(exchange, "/sign-in");
      case "sign-in" -> send(exchange, 200, page("<form class=sign-in><input></form>"));
      case "never" -> send(exchange, 200, page("<div id=post></div>"));
      case "half" -> send(exchange, 200, page("<div id=post><b class=name>Ελένη</b></div>"));
      case "hang" -> hang();
      case "busy" -> send(exchange, 200, page("<script>while (true) {}</script>"));
      case "blank" -> send(exchange, 200, page("<div id=post style='color:#fff'><b class=name>Ελένη</b><p class=counters>1</p></div>"));
      case "white-words" -> send(exchange, 200, page(post("", "<span style='color:#fff'>" + TEXT.replace("🌞", "") + "</span>", "")));
      case "out" -> redirect(exchange, "http://localhost:" + server.getAddress().getPort() + "/post/outside");
      case "script-out" -> send(exchange, 200, page("<script>location = 'http://localhost:" + server.getAddress().getPort() + "/post/outside'</script>"));
      case "loads-outside" -> send(exchange, 200, page(post("", TEXT, "<img src='http://localhost:" + server.getAddress().getPort() + "/outside-picture' style='display:none'>")));
      case "file" -> redirect(exchange, "file:///etc/hostname");
      case "onward" -> redirect(exchange, "/post/onward");
      case "script-onward" -> send(exchange, 200, page("<script>setTimeout(() => location = '/post/script-onward', 100)</script>"));
      case "loop" -> redirect(exchange, "/loop");
      case "alert" -> send(exchange, 200, page("<script>alert('α'); confirm('β'); prompt('γ')</script>" + post("", TEXT, "") + "<script>setTimeout(() => alert('δ'), 20)</script>"));
      case "popup" -> send(exchange, 200, page("<script>for (let i = 0; i < 3; i++) window.open('/post/popup')</script>" + post("", TEXT, "")));
      case "download" -> {
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=post.html");
        send(exchange, 200, page("file"));
      }
      case "binary" -> send(exchange, 200, "application/octet-stream", new byte[1000]);
      case "fading" -> send(exchange, 200, page("<style>@keyframes in{from{opacity:0}to{opacity:1}}@keyframes turn{to{rotate:360deg}}"
          + "#post{animation:in 60s both}.spin{width:40px;height:40px;background:#a00;animation:turn 1s infinite}</style>" + post("", TEXT, "<div class=spin></div>")));
      case "banner" -> send(exchange, 200, page("<div class=cookies><button onclick='document.body.innerHTML = document.querySelector(\"template\").innerHTML'>OK</button></div>"
          + "<template>" + post("", TEXT, "<div class=advertisement style='width:600px;height:600px;background:#f00'></div>") + "</template>"));
      case "memory" -> send(exchange, 200, page("<script>addEventListener('load', () => { const old = [document.cookie, localStorage.x, sessionStorage.x].filter(Boolean).length;"
          + "document.cookie = 'x=1; max-age=999'; localStorage.x = 1; sessionStorage.x = 1;"
          + "document.body.innerHTML = '<div id=post><b class=name>Ελένη</b><p class=text>' + (old ? 'remembered' : 'forgotten') + '</p><p class=counters>1</p></div>' })</script>"));
      case "split" -> send(exchange, 200, page(post("", "καλη<b>μέ</b>ρα <i>κόσμε</i>", "")));
      case "long" -> send(exchange, 200, page(post("", "λέξη ".repeat(3000), "")));
      default -> send(exchange, 404, page("<p>404"));
    }
  }

  private static String post(String avatar, String text, String more) {
    return "<div id=post>" + avatar + "<b class=name>Ελένη</b> <span class=handle>@eleni</span><p class=text>" + text + "</p>" + more
        + "<p class=counters>3 5 8</p></div>";
  }

  private static String page(String body) {
    return "<!DOCTYPE html><html lang=el><meta charset=utf-8><style>body{margin:20px;font:20px sans-serif;background:#fff}"
        + ".avatar{width:50px;height:50px}.media img{width:300px;height:200px}</style><body>" + body;
  }

  private static String scripted(String body, int millis) {
    return "<script>setTimeout(() => document.body.innerHTML = " + '`' + body + '`' + ", " + millis + ")</script>";
  }

  private static void picture(HttpExchange exchange) throws IOException {
    BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    image.setRGB(10, 10, Color.ORANGE.getRGB());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    send(exchange, 200, "image/png", out.toByteArray());
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void hang() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String html) throws IOException {
    send(exchange, status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}

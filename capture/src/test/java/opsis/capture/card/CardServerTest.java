package opsis.capture.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import opsis.capture.Box;
import opsis.capture.Capture;
import opsis.capture.CaptureRequest;
import opsis.capture.Outcome;
import opsis.capture.profile.PageProfiles;
import opsis.capture.worker.Browsers;
import opsis.capture.worker.CaptureWorkers;
import opsis.capture.worker.WorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class CardServerTest {
  private static final Map<String, CardPost> POSTS = new ConcurrentHashMap<>();
  private static CardServer server;
  private static CaptureWorkers workers;

  @BeforeAll
  static void open() throws IOException {
    byte[] picture = picture();
    Map<String, byte[]> pictures = Map.of("photo/1 ώ", picture, "torn", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'},
        "page", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
    server = CardServer.start(id -> Optional.ofNullable(POSTS.get(id)), key -> Optional.ofNullable(pictures.get(key)));
    workers = Browsers.start(WorkerSettings.defaults().withBrowsers(1), PageProfiles.named("card"));
  }

  @AfterAll
  static void close() {
    if (workers != null) workers.close();
    if (server != null) server.close();
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(10, 200, 30));
    graphics.fillRect(0, 0, 300, 200);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static Capture capture(CardPost post, Theme theme) {
    POSTS.put(post.id(), post);
    return workers.capture(new CaptureRequest(post.id(), server.uri(post.id(), theme)));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = server.uri("x", Theme.LIGHT).resolve(path);
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static BufferedImage image(Capture capture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(capture.picture()));
  }

  private static CardPost full(String id) {
    return new CardPost(id, "Ελένη Παππά", "eleni", "Καλημέρα σε όλους, σήμερα πάμε θάλασσα! 🌞 #καλοκαίρι @nikos", "el",
        Instant.parse("2026-07-01T08:30:00Z"), "photo/1 ώ", List.of(new CardMedia("photo/1 ώ", "πράσινο"), new CardMedia("none", null)),
        new CardLink("Ο καιρός σήμερα", "kairos.example", "photo/1 ώ"), new CardCounters(3, 12, 45_678));
  }

  @Test
  void aFullCardIsDrawnWithAllItsParts() throws IOException {
    Capture capture = capture(full("full"), Theme.LIGHT);
    assertThat(capture.outcome()).as(capture.reason()).isEqualTo(Outcome.CAPTURED);
    assertThat(capture.layout().boxes()).extracting(Box::kind).contains(Box.Kind.AVATAR, Box.Kind.DISPLAY_NAME, Box.Kind.HANDLE, Box.Kind.MEDIA,
        Box.Kind.LINK_CARD, Box.Kind.COUNTERS);
    assertThat(capture.layout().of(Box.Kind.MEDIA)).hasSize(2);
    assertThat(capture.layout().of(Box.Kind.WORD)).extracting(Box::text).containsExactly("Καλημέρα", "σε", "όλους", "σήμερα", "πάμε", "θάλασσα",
        "καλοκαίρι", "nikos");
    Box media = capture.layout().of(Box.Kind.MEDIA).get(0);
    int pixel = image(capture).getRGB((int) (media.x() + media.width() / 2), (int) (media.y() + media.height() / 2));
    assertThat(pixel).isEqualTo(new Color(10, 200, 30).getRGB());
  }

  @Test
  void theDarkThemeIsDark() throws IOException {
    assertThat(image(capture(full("dark"), Theme.DARK)).getRGB(2, 2)).isEqualTo(new Color(0x15, 0x19, 0x1e).getRGB());
    assertThat(image(capture(full("light"), Theme.LIGHT)).getRGB(2, 2)).isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void oneCardHasTheSamePixelsEachTime() {
    byte[] first = capture(full("same"), Theme.LIGHT).picture();
    for (int i = 0; i < 3; i++) assertThat(capture(full("same"), Theme.LIGHT).picture()).isEqualTo(first);
  }

  @Test
  void hostileTextsAreDrawnAsTextAndCutNothingOff() {
    List<String> hostile = HostileTexts.all();
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < hostile.size(); i += 2) {
      String text = hostile.get(i);
      Capture capture = capture(new CardPost("hostile-" + i, text, "h" + text, text + " τέλος", "el", null, null, null, new CardLink(text, text, null), null), Theme.LIGHT);
      if (capture.outcome() != Outcome.CAPTURED) wrong.append(i).append(": ").append(capture.outcome()).append(' ').append(capture.reason()).append('\n');
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5", "60", "140", "280", "600", "1500", "4000"})
  void everyWordOfATextThatIsNotCutIsInThePicture(int length) {
    String text = "Σήμερα ο καιρός είναι ΥΠΕΡΟΧΟΣ και πάμε όλοι μαζί στη θάλασσα #καλοκαίρι ".repeat(60).substring(0, length).strip();
    int room = 560 - 56 - 12;
    CardPost post = CardPost.ofText("length-" + length, text, "el");
    Capture capture = capture(post, Theme.LIGHT);
    long words = Pattern.compile("[\\p{L}\\p{N}_]+").matcher(TextFit.of(text, room).shown()).results().count();
    assertThat(capture.outcome()).as(capture.reason()).isEqualTo(Outcome.CAPTURED);
    assertThat(capture.layout().of(Box.Kind.WORD).stream().map(Box::index).distinct()).hasSize((int) words);
    assertThat(capture.layout().of(Box.Kind.WORD)).allMatch(box -> box.y() + box.height() <= 581);
  }

  @Test
  void aTornPictureMakesTheCaptureIncomplete() {
    Capture capture = capture(new CardPost("torn", null, null, "κείμενο", "el", null, null, List.of(new CardMedia("torn", null)), null, null), Theme.LIGHT);
    assertThat(capture).extracting(Capture::outcome, Capture::reason).containsExactly(Outcome.INCOMPLETE, "1 picture could not be loaded");
  }

  @Test
  void anUnknownPostIsGone() {
    assertThat(workers.capture(new CaptureRequest("none", server.uri("none", Theme.LIGHT))).outcome()).isEqualTo(Outcome.DELETED);
  }

  @Test
  void everyAnswerComesUnderAStrictPolicy() throws Exception {
    POSTS.put("policy", full("policy"));
    for (String path : List.of("/card/policy", "/picture/photo%2F1+%CF%8E", "/card/none", "/nothing")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'").doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void whatIsNoRasterPictureIsNotServed() throws Exception {
    assertThat(get("/picture/photo%2F1+%CF%8E").headers().firstValue("Content-Type")).contains("image/png");
    assertThat(get("/picture/page").statusCode()).isEqualTo(404);
    assertThat(get("/picture/none").statusCode()).isEqualTo(404);
  }

  @Test
  void aPostsIdMayBeAnyText() throws Exception {
    String id = "a/b?c=d&e <f> ώ%2F..";
    POSTS.put(id, CardPost.ofText(id, "βρέθηκε", "el"));
    assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.uri(id, Theme.LIGHT)).build(), HttpResponse.BodyHandlers.ofString()).body())
        .contains("βρέθηκε");
  }

  @Test
  void onlyThisMachineByItsNumberIsAnswered() throws Exception {
    URI address = server.uri("x", Theme.LIGHT);
    assertThat(InetAddress.getByName(address.getHost()).isLoopbackAddress()).isTrue();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write("GET /card/x HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 403");
      }
    }
  }
}

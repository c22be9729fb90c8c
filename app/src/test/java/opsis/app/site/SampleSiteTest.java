package opsis.app.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import opsis.app.SettableClock;
import opsis.app.authored.Where;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampleSiteTest {

    private static final int BUDGET = 5;
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final SettableClock clock = new SettableClock();
    private final SampleNetwork network = SampleNetwork.load();
    private final HttpClient client = HttpClient.newHttpClient();
    private final SampleSite site = SampleSite.start(new SampleSiteSettings(0, 42, BUDGET, WINDOW,
            Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(1)), clock);

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void itListensOnLoopbackOnly() {
        assertThat(site.listensOn().getAddress().isLoopbackAddress()).isTrue();
        assertThat(site.listensOn().getAddress().isAnyLocalAddress()).isFalse();
        assertThat(site.base()).hasHost("127.0.0.1").hasPort(site.listensOn().getPort());
    }

    @Test
    void aStatusPageHoldsNoWordsUntilItsScriptFetchesThem() throws Exception {
        SamplePost post = first(SampleState.SHOWN);

        HttpResponse<String> page = get(site.address(post.id()));
        JsonNode content = new ObjectMapper().readTree(get("/api/posts/" + post.id()).body());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("data-post=\"" + post.id() + "\"").doesNotContain(post.text());
        assertThat(content.get("text").asText()).isEqualTo(post.text());
        assertThat(content.get("counters")).hasSize(3);
    }

    @Test
    void requestsOverTheBudgetGet429UntilTheWindowEnds() throws Exception {
        URI address = site.address(first(SampleState.SHOWN).id());
        for (int request = 0; request < BUDGET; request++) {
            assertThat(get(address).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = get(address);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(get("/api/posts/" + first(SampleState.SHOWN).id()).statusCode())
                .as("only documents are budgeted").isEqualTo(200);

        clock.advance(WINDOW);
        assertThat(get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void retryAfterIsInTurnSecondsAndAnHttpDateThatIsNotTooEarly() throws Exception {
        URI address = site.address(first(SampleState.SHOWN).id());
        for (int request = 0; request < BUDGET; request++) {
            get(address);
        }
        clock.advance(Duration.ofMillis(700));

        String seconds = get(address).headers().firstValue("Retry-After").orElseThrow();
        String date = get(address).headers().firstValue("Retry-After").orElseThrow();

        assertThat(seconds).isEqualTo("2");
        Instant until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        assertThat(until).isAfterOrEqualTo(clock.instant().plusMillis(1_300)).isBefore(clock.instant().plusSeconds(3));
    }

    @Test
    void aDeletedPostIs404AndATombstoneIsServedAs200() throws Exception {
        SamplePost deleted = first(SampleState.DELETED);
        SamplePost tombstone = first(SampleState.TOMBSTONE);

        assertThat(get(site.address(deleted.id())).statusCode()).isEqualTo(404);
        assertThat(get("/api/posts/" + deleted.id()).statusCode()).isEqualTo(404);
        assertThat(get(site.address(tombstone.id())).statusCode()).isEqualTo(200);
        assertThat(get("/api/posts/" + tombstone.id()).body()).contains("\"tombstone\"")
                .doesNotContain(tombstone.text());
    }

    @Test
    void protectedAndSuspendedPostsShowANoticeAndNoWords() throws Exception {
        for (SampleState state : List.of(SampleState.PROTECTED, SampleState.SUSPENDED)) {
            SamplePost post = first(state);
            HttpResponse<String> content = get("/api/posts/" + post.id());

            assertThat(content.statusCode()).isEqualTo(200);
            assertThat(content.body()).contains("\"" + state.name().toLowerCase(Locale.ROOT) + "\"")
                    .doesNotContain(post.text());
        }
    }

    @Test
    void aNeverLoadingPostsScriptGetsNothing() throws Exception {
        SamplePost post = first(SampleState.NEVER_LOADS);

        assertThat(get(site.address(post.id())).statusCode()).isEqualTo(200);
        assertThat(get("/api/posts/" + post.id()).statusCode()).isEqualTo(204);
    }

    @Test
    void aBrokenPicturesPostHasItsWordsButNoPicture() throws Exception {
        SamplePost post = first(SampleState.BROKEN_PICTURE);

        assertThat(get("/api/posts/" + post.id()).body()).contains("/pictures/media/" + post.id() + ".png");
        assertThat(get("/pictures/media/" + post.id() + ".png").statusCode()).isEqualTo(404);
    }

    @Test
    void theFirstVisitIsDroppedWithItsRepeatsAndTheNextServed() throws Exception {
        URI address = site.address(first(SampleState.DROPPED_AT_FIRST).id());

        assertThat(rawAnswer(address)).isEmpty();
        assertThat(rawAnswer(address)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(rawAnswer(address)).startsWith("HTTP/1.1 200");
    }

    /** All that comes back on one connection; Java's own client would repeat a dropped request unasked. */
    private static String rawAnswer(URI address) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: "
                    + address.getAuthority() + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyPictureOfEveryPostIsAPng() throws Exception {
        for (SamplePost post : network.posts()) {
            List<String> keys = new ArrayList<>(List.of("avatar/" + post.author()));
            if (post.media() != null && post.state() != SampleState.BROKEN_PICTURE) {
                keys.add("media/" + post.id());
            }
            if (post.link() != null) {
                keys.add("link/" + post.id());
            }
            for (String key : keys) {
                HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(
                        site.base().resolve("/pictures/" + key + ".png")).build(), BodyHandlers.ofByteArray());
                assertThat(answer.statusCode()).as(key).isEqualTo(200);
                assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))).as(key).isNotNull();
            }
        }
    }

    @Test
    void unknownAddressesAre404AndWritingIsRefused() throws Exception {
        SamplePost post = first(SampleState.SHOWN);

        assertThat(get("/nobody/status/" + post.id()).statusCode()).isEqualTo(404);
        assertThat(get("/" + post.author() + "/status/1").statusCode()).isEqualTo(404);
        assertThat(get("/pictures/avatar/nobody.png").statusCode()).isEqualTo(404);
        assertThat(get("/pictures/media/..%2f..%2fposts.yaml").statusCode()).isEqualTo(404);
        assertThat(client.send(HttpRequest.newBuilder(site.base()).DELETE().build(), BodyHandlers.ofString())
                .statusCode()).isEqualTo(405);
        assertThatThrownBy(() -> site.address("1")).hasMessageContaining("no post 1");
    }

    @Test
    void everyPostHasAnExpectationAndALabel() {
        SampleExpectations expectations = site.expectations();

        assertThat(expectations.byPost().keySet())
                .containsExactlyInAnyOrderElementsOf(network.posts().stream().map(SamplePost::id).toList());
        assertThat(expectations.byPost().values()).allMatch(expected -> expected.where() != null);
        assertThat(expectations.byPost().values()).extracting(SampleExpectation::where).contains(Where.values());
        assertThat(expectations.outcomeCounts()).isEqualTo(Map.of("CAPTURED", 54L, "DELETED", 4L, "PROTECTED", 2L,
                "SUSPENDED", 2L, "TIMEOUT", 1L, "INCOMPLETE", 1L));
    }

    private SamplePost first(SampleState state) {
        return network.posts().stream().filter(post -> post.state() == state).findFirst().orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(site.base().resolve(path));
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}

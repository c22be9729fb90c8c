package opsis.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwarcFileTest {

    private final SampleNetwork network = SampleNetwork.load();

    @Test
    void theFileHoldsEveryPostOnceInPagesWithTheirIncludes(@TempDir Path folder) throws Exception {
        List<String> ids = new ArrayList<>();
        try (SampleSite site = SampleSite.start(SampleSiteSettings.defaults(), Clock.systemUTC())) {
            for (String line : Files.readAllLines(site.writePosts(folder.resolve("inbox")))) {
                JsonNode page = new ObjectMapper().readTree(line);
                assertThat(page.at("/meta/result_count").asInt()).isEqualTo(page.get("data").size());
                for (JsonNode tweet : page.get("data")) {
                    ids.add(tweet.get("id").asText());
                    assertReferencesResolve(tweet, page.get("includes"), site.base());
                }
            }
        }

        assertThat(ids).containsExactlyElementsOf(network.posts().stream().map(SamplePost::id).toList());
    }

    private void assertReferencesResolve(JsonNode tweet, JsonNode includes, URI base) {
        SamplePost post = network.post(tweet.get("id").asText()).orElseThrow();
        JsonNode user = only(includes.get("users"), "id", tweet.get("author_id").asText());
        assertThat(user.get("username").asText()).isEqualTo(post.author());
        assertThat(user.get("profile_image_url").asText()).startsWith(base.toString());
        assertThat(Instant.parse(tweet.get("created_at").asText())).isEqualTo(post.createdAt());
        assertThat(tweet.at("/public_metrics/like_count").asInt()).isNotNegative();
        assertThat(tweet.has("attachments")).isEqualTo(post.media() != null);
        for (JsonNode key : tweet.at("/attachments/media_keys")) {
            JsonNode photo = only(includes.get("media"), "media_key", key.asText());
            assertThat(photo.get("type").asText()).isEqualTo("photo");
            assertThat(photo.get("url").asText()).isEqualTo(base.resolve("pictures/media/" + post.id() + ".png").toString());
        }
        if (post.link() != null) {
            assertThat(tweet.at("/entities/urls/0/title").asText()).isEqualTo(post.link().title());
        }
    }

    @Test
    void entitiesPointAtTheirCharactersAndTextIsEscapedAsXDoes() throws Exception {
        Set<String> tags = network.posts().stream().filter(post -> post.text().contains("#"))
                .map(SamplePost::id).collect(Collectors.toSet());
        assertThat(tags).isNotEmpty();
        String lines = new TwarcFile(network, URI.create("http://127.0.0.1:1/"), 42).lines();

        for (String line : lines.lines().toList()) {
            for (JsonNode tweet : new ObjectMapper().readTree(line).get("data")) {
                String text = network.post(tweet.get("id").asText()).orElseThrow().text();
                for (JsonNode tag : tweet.at("/entities/hashtags")) {
                    int from = text.offsetByCodePoints(0, tag.get("start").asInt());
                    int to = text.offsetByCodePoints(0, tag.get("end").asInt());
                    assertThat(text.substring(from, to)).isEqualTo("#" + tag.get("tag").asText());
                    tags.remove(tweet.get("id").asText());
                }
            }
        }
        assertThat(tags).isEmpty();
        assertThat(lines).contains("&lt;b&gt;not bold&lt;/b&gt; &amp; proud").doesNotContain("<b>");
    }

    private static JsonNode only(JsonNode array, String key, String value) {
        List<JsonNode> found = StreamSupport.stream(array.spliterator(), false)
                .filter(node -> node.get(key).asText().equals(value)).toList();
        assertThat(found).as("%s %s", key, value).hasSize(1);
        return found.get(0);
    }
}

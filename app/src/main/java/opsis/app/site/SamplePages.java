package opsis.app.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The site's documents. A status page is an empty frame; its script fetches the post as JSON and fills it in.
 *
 * <p>What a page profile can rely on: {@code [data-testid=post]} with {@code avatar} (an img), {@code name},
 * {@code handle}, {@code text} (absent where the post has no words), {@code media} (holding an img),
 * {@code link-card} and {@code counters}, each a data-testid; or, in place of the post, {@code tombstone},
 * {@code protected}, {@code suspended}; {@code missing} on a 404 page, {@code rate-limited} on a 429 page.
 */
final class SamplePages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.forLanguageTag("el")).withZone(ZoneOffset.UTC);

    private final SampleNetwork network;
    private final long seed;
    private final ObjectMapper json = new ObjectMapper();
    private final String frame = text("page.html");

    SamplePages(SampleNetwork network, long seed) {
        this.network = network;
        this.seed = seed;
    }

    /** The frame of a status page, before its script has run. */
    String statusPage(SamplePost post) {
        return page(network.authorOf(post).name() + " στην Πλατεία", post.id(),
                "<script src=\"/page.js\" defer></script>", "<div class=\"waiting\" role=\"status\"></div>");
    }

    /** A page without a post: why there is none. */
    String noticePage(String testid, String title, String explanation) {
        return page(title, "", "", "<section class=\"notice\" data-testid=\"" + escaped(testid) + "\"><strong>"
                + escaped(title) + "</strong><span>" + escaped(explanation) + "</span></section>");
    }

    /** All posts' addresses, for people who look around. */
    String indexPage() {
        String items = network.posts().stream()
                .map(post -> "<li><a href=\"/" + escaped(post.author()) + "/status/" + escaped(post.id()) + "\">"
                        + escaped(network.authorOf(post).name()) + " · " + TIME.format(post.createdAt()) + "</a></li>")
                .collect(Collectors.joining("\n"));
        return page("Πλατεία", "", "", "<ul>" + items + "</ul>");
    }

    /** What the script gets: the post, or the notice that stands in its place. */
    String content(SamplePost post) {
        Map<String, Object> content = switch (post.state()) {
            case TOMBSTONE -> notice("tombstone", "Η ανάρτηση δεν υπάρχει πια", "Διαγράφηκε από όποιον την έγραψε.");
            case PROTECTED -> notice("protected", "🔒 Κλειδωμένος λογαριασμός",
                    "Μόνο όσοι έχουν εγκριθεί βλέπουν τις αναρτήσεις του.");
            case SUSPENDED -> notice("suspended", "Ο λογαριασμός έχει ανασταλεί",
                    "Παραβίασε τους κανόνες της Πλατείας.");
            default -> shown(post);
        };
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("post " + post.id() + " cannot be written as JSON", e);
        }
    }

    private static Map<String, Object> notice(String testid, String title, String explanation) {
        return Map.of("notice", testid, "title", title, "explanation", explanation);
    }

    private Map<String, Object> shown(SamplePost post) {
        SampleAuthor author = network.authorOf(post);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", author.name());
        content.put("handle", author.handle());
        content.put("avatar", "/pictures/avatar/" + author.handle() + ".png");
        content.put("text", post.text());
        content.put("time", TIME.format(post.createdAt()));
        if (post.media() != null) {
            content.put("media", "/pictures/media/" + post.id() + ".png");
        }
        if (post.link() != null) {
            SamplePost.Link link = post.link();
            content.put("link", Map.of("title", link.title(), "description", link.description(),
                    "domain", link.domain(), "picture", "/pictures/link/" + post.id() + ".png"));
        }
        content.put("counters", List.of(List.of("απαντήσεις", post.counter(0, seed)),
                List.of("αναδημοσιεύσεις", post.counter(1, seed)), List.of("καρδιές", post.counter(2, seed))));
        return content;
    }

    private String page(String title, String post, String head, String main) {
        return frame.replace("${head}", head).replace("${main}", main)
                .replace("${post}", escaped(post)).replace("${title}", escaped(title));
    }

    /** Text as HTML text or as a quoted attribute's value. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;").replace("$", "&#36;");
    }

    static String text(String resource) {
        try (InputStream in = SampleNetwork.resource(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

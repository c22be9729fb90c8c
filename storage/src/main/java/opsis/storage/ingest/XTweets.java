package opsis.storage.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import opsis.storage.Author;
import opsis.storage.Counters;
import opsis.storage.LinkCard;
import opsis.storage.Media;
import opsis.storage.Post;

/**
 * Posts out of X API v2 objects, by X's data dictionary: pages with {@code data} and {@code includes}, and tweets that
 * twarc2 has flattened, with {@code author} and {@code attachments.media} inside.
 */
final class XTweets {
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,50}");
    private static final JsonNode MISSING = MissingNode.getInstance();

    private static final String X = "x";

    private final IngestSettings settings;

    XTweets(IngestSettings settings) {
        this.settings = settings;
    }

    void read(JsonNode root, long line, RecordSink sink) {
        JsonNode data = root.path("data");
        if (data.isContainerNode()) {
            Includes includes = Includes.of(root.path("includes"));
            (data.isArray() ? data : List.of(data)).forEach(tweet -> add(tweet, includes, line, sink));
        } else if (root.has("id") && (root.has("text") || root.has("note_tweet"))) {
            add(root, Includes.of(MISSING), line, sink);
        } else if (root.path("errors").isArray()) {
            sink.bad(line, "the API answered with an error in place of a tweet: "
                    + Fields.shown(root.at("/errors/0/title").asText("")), "fetch it again, or leave the line out");
        } else if (root.at("/meta/result_count").asInt(-1) != 0) {
            List<String> names = new ArrayList<>();
            root.fieldNames().forEachRemaining(names::add);
            sink.bad(line, "this is neither a page of the X API v2 (data) nor a tweet (id, text); found: "
                    + Fields.shown(String.join(", ", names)), "export with the X API v2, for example by twarc2");
        }
    }

    private void add(JsonNode tweet, Includes includes, long line, RecordSink sink) {
        try {
            sink.post(line, post(tweet, includes));
        } catch (Refusal refusal) {
            sink.bad(line, refusal);
        }
    }

    private Post post(JsonNode tweet, Includes includes) throws Refusal {
        JsonNode user = tweet.path("author").isObject() ? tweet.path("author")
                : includes.users().getOrDefault(tweet.path("author_id").asText(), MISSING);
        JsonNode note = tweet.path("note_tweet");
        String text = Fields.text(unescape(note.path("text").asText(tweet.path("text").asText(""))));
        List<Media> media = media(tweet.path("attachments"), includes);
        if (text.isBlank() && media.isEmpty()) {
            throw new Refusal("the tweet has neither text nor media", "fetch it with tweet.fields=text");
        }
        String id = tweet.path("id").asText("");
        String handle = optional(user, "username");
        LinkCard card = linkCard(tweet.at("/entities/urls"));
        return new Post(Fields.id(settings.prefix(), id), platform(), url(handle, id), author(user, handle), text,
                optional(tweet, "lang"), Fields.time(optional(tweet, "created_at"), "created_at"), media,
                card == null ? linkCard(note.at("/entities/urls")) : card, counters(tweet.path("public_metrics")),
                null);
    }

    /** A site that speaks the API's form says by the settings that it is not X. */
    private String platform() {
        return settings.platform() == null ? X : settings.platform();
    }

    private String url(String handle, String id) {
        if (!platform().equals(X)) {
            return null;
        }
        return "https://x.com/" + (handle != null && HANDLE.matcher(handle).matches() ? handle : "i") + "/status/"
                + id.strip();
    }

    private static Author author(JsonNode user, String handle) throws Refusal {
        return user.isObject() ? new Author(handle, optional(user, "name"), web(user, "profile_image_url")) : null;
    }

    private static List<Media> media(JsonNode attachments, Includes includes) throws Refusal {
        List<Media> media = new ArrayList<>();
        for (JsonNode item : attachments.path("media")) {
            media.add(medium(item));
        }
        if (media.isEmpty()) {
            for (JsonNode key : attachments.path("media_keys")) {
                JsonNode item = includes.media().get(key.asText());
                if (item != null) {
                    media.add(medium(item));
                }
            }
        }
        return media;
    }

    private static Media medium(JsonNode item) throws Refusal {
        String type = item.path("type").asText("photo");
        String source = web(item, "url");
        return new Media(type.equals("animated_gif") ? "gif" : type.equals("video") ? "video" : "photo",
                source == null ? web(item, "preview_image_url") : source, optional(item, "alt_text"));
    }

    private static LinkCard linkCard(JsonNode urls) throws Refusal {
        for (JsonNode url : urls) {
            String title = optional(url, "title");
            if (title != null) {
                String address = web(url, "unwound_url");
                address = address == null ? web(url, "expanded_url") : address;
                return new LinkCard(address, unescape(title), unescape(optional(url, "description")),
                        web(url.path("images").path(0), "url"), domain(address, optional(url, "display_url")));
            }
        }
        return null;
    }

    private static String domain(String address, String displayed) {
        String host = address != null ? URI.create(address).getHost()
                : displayed == null ? null : displayed.split("/", 2)[0];
        return host != null && host.startsWith("www.") ? host.substring(4) : host;
    }

    private static Counters counters(JsonNode metrics) {
        return metrics.isObject()
                ? new Counters(count(metrics, "reply_count"), count(metrics, "retweet_count"),
                        count(metrics, "like_count"))
                : null;
    }

    private static Long count(JsonNode metrics, String name) {
        return metrics.path(name).canConvertToLong() ? Long.valueOf(metrics.path(name).asLong()) : null;
    }

    private static String optional(JsonNode node, String name) throws Refusal {
        return Fields.optional(node.path(name).isValueNode() ? node.path(name).asText(null) : null, name);
    }

    /** A web address, or null for nothing and for any other scheme. */
    private static String web(JsonNode node, String name) throws Refusal {
        String value = optional(node, name);
        return value != null && Fields.isWebAddress(value) ? value : null;
    }

    /** X escapes these three in texts; the ampersand comes last, so that {@code &amp;lt;} is unescaped once only. */
    private static String unescape(String text) {
        return text == null ? null : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The users and media that a page sends beside its tweets, by their keys. */
    private record Includes(Map<String, JsonNode> users, Map<String, JsonNode> media) {
        static Includes of(JsonNode includes) {
            return new Includes(index(includes.path("users"), "id"), index(includes.path("media"), "media_key"));
        }

        private static Map<String, JsonNode> index(JsonNode nodes, String key) {
            Map<String, JsonNode> index = new HashMap<>();
            nodes.forEach(node -> index.put(node.path(key).asText(), node));
            return index;
        }
    }
}

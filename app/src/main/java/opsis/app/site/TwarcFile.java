package opsis.app.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The posts as twarc2 stores them: one X API v2 response a line, {@code data} with {@code includes} and
 * {@code meta} (developer.x.com, "Data dictionary"; twarc2's JSONL).
 */
final class TwarcFile {

    private static final int POSTS_A_PAGE = 16;
    private static final Pattern TAG = Pattern.compile("([#@])([\\p{L}\\p{N}_]+)");

    private final SampleNetwork network;
    private final URI base;
    private final long seed;
    private final ObjectMapper json = new ObjectMapper();

    TwarcFile(SampleNetwork network, URI base, long seed) {
        this.network = network;
        this.base = base;
        this.seed = seed;
    }

    /** The whole file: a page of posts on each line. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        List<SamplePost> posts = network.posts();
        for (int from = 0; from < posts.size(); from += POSTS_A_PAGE) {
            lines.append(page(posts.subList(from, Math.min(posts.size(), from + POSTS_A_PAGE)))).append('\n');
        }
        return lines.toString();
    }

    private ObjectNode page(List<SamplePost> posts) {
        ObjectNode page = json.createObjectNode();
        ArrayNode data = page.putArray("data");
        ObjectNode includes = page.putObject("includes");
        ArrayNode users = includes.putArray("users");
        ArrayNode media = includes.putArray("media");
        Set<SampleAuthor> authors = new LinkedHashSet<>();
        for (SamplePost post : posts) {
            data.add(tweet(post));
            authors.add(network.authorOf(post));
            if (post.media() != null) {
                media.add(photo(post));
            }
        }
        authors.forEach(author -> users.add(user(author)));
        page.putObject("meta").put("result_count", posts.size())
                .put("oldest_id", posts.get(0).id()).put("newest_id", posts.get(posts.size() - 1).id());
        return page;
    }

    private ObjectNode tweet(SamplePost post) {
        ObjectNode tweet = json.createObjectNode().put("id", post.id()).put("text", xEscaped(post.text()))
                .put("author_id", authorId(network.authorOf(post))).put("conversation_id", post.id())
                .put("created_at", post.createdAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"))
                .put("lang", post.language()).put("possibly_sensitive", false);
        tweet.putArray("edit_history_tweet_ids").add(post.id());
        tweet.putObject("public_metrics").put("reply_count", post.counter(0, seed))
                .put("retweet_count", post.counter(1, seed)).put("like_count", post.counter(2, seed))
                .put("quote_count", 0);
        if (post.media() != null) {
            tweet.putObject("attachments").putArray("media_keys").add(mediaKey(post));
        }
        ObjectNode entities = entities(post);
        if (!entities.isEmpty()) {
            tweet.set("entities", entities);
        }
        return tweet;
    }

    private ObjectNode entities(SamplePost post) {
        ObjectNode entities = json.createObjectNode();
        Matcher tag = TAG.matcher(post.text());
        while (tag.find()) {
            boolean hash = tag.group(1).equals("#");
            entities.withArray(hash ? "hashtags" : "mentions").addObject()
                    .put("start", post.text().codePointCount(0, tag.start()))
                    .put("end", post.text().codePointCount(0, tag.end()))
                    .put(hash ? "tag" : "username", tag.group(2));
        }
        if (post.link() != null) {
            addLink(post, entities);
        }
        return entities;
    }

    /** The link's own characters are not in the text, so it starts and ends where the text ends. */
    private void addLink(SamplePost post, ObjectNode entities) {
        SamplePost.Link link = post.link();
        int end = post.text().codePointCount(0, post.text().length());
        String address = "https://" + link.domain() + "/" + post.id();
        ObjectNode url = entities.withArray("urls").addObject().put("start", end).put("end", end)
                .put("url", address).put("expanded_url", address).put("unwound_url", address)
                .put("display_url", link.domain()).put("title", link.title()).put("description", link.description());
        url.putArray("images").addObject().put("url", base.resolve("/pictures/link/" + post.id() + ".png").toString())
                .put("width", SamplePictures.MEDIA_WIDTH).put("height", SamplePictures.MEDIA_HEIGHT);
    }

    private ObjectNode user(SampleAuthor author) {
        boolean locked = network.posts().stream().anyMatch(post -> post.author().equals(author.handle())
                && post.state() == SampleState.PROTECTED);
        return json.createObjectNode().put("id", authorId(author)).put("username", author.handle())
                .put("name", author.name()).put("protected", locked).put("verified", false)
                .put("created_at", "2021-04-05T08:00:00.000Z")
                .put("profile_image_url", base.resolve("/pictures/avatar/" + author.handle() + ".png").toString());
    }

    private ObjectNode photo(SamplePost post) {
        return json.createObjectNode().put("media_key", mediaKey(post)).put("type", "photo")
                .put("url", base.resolve("/pictures/media/" + post.id() + ".png").toString())
                .put("width", SamplePictures.MEDIA_WIDTH).put("height", SamplePictures.MEDIA_HEIGHT);
    }

    private static String mediaKey(SamplePost post) {
        return "3_" + post.id();
    }

    /** A number that stays with the handle. */
    private static String authorId(SampleAuthor author) {
        return Long.toString(700_000_000_000L + Integer.toUnsignedLong(author.handle().hashCode()));
    }

    /** X gives texts with these three characters as HTML entities. */
    private static String xEscaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

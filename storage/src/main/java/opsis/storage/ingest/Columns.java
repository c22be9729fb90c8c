package opsis.storage.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opsis.storage.Author;
import opsis.storage.Media;
import opsis.storage.Post;

/** Which column of a table holds what, by its header; makes a post of each row. */
final class Columns {
    /** Each field's names in headers, the best first. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("id", List.of("id", "tweet_id", "post_id")),
            Map.entry("text", List.of("text", "tweet", "content")),
            Map.entry("url", List.of("url")),
            Map.entry("author", List.of("author", "handle", "username")),
            Map.entry("name", List.of("name")),
            Map.entry("avatar", List.of("avatar")),
            Map.entry("language", List.of("lang", "language")),
            Map.entry("created", List.of("created_at")),
            Map.entry("label", List.of("label", "subtask_a", "toxic", "class")),
            Map.entry("media", List.of("media")),
            Map.entry("platform", List.of("platform")));

    private final List<String> header;
    private final IngestSettings settings;
    private final LocalPictures pictures;

    Columns(List<String> header, IngestSettings settings, LocalPictures pictures) {
        this.header = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        this.settings = settings;
        this.pictures = pictures;
    }

    /** Whether the columns that every post needs are there. */
    boolean isUsable() {
        return index("id") >= 0 && index("text") >= 0;
    }

    Refusal unusable() {
        return new Refusal("no header with the columns that are needed; found: "
                + Fields.shown(String.join(", ", header)),
                "begin the file with a header line that names at least id and text (or tweet, content)");
    }

    Post post(List<String> row) throws Refusal {
        if (row.size() != header.size()) {
            throw new Refusal("the record has " + row.size() + " columns where the header has " + header.size(),
                    "mend its separators and quotes");
        }
        List<Media> media = media(value(row, "media"));
        String text = Fields.text(value(row, "text"));
        if (text.isBlank() && media.isEmpty()) {
            throw new Refusal("the post has neither text nor media", "give it a text, or leave the record out");
        }
        String platform = Fields.optional(value(row, "platform"), "platform");
        return new Post(Fields.id(settings.prefix(), value(row, "id")),
                platform == null ? settings.platform() : platform, Fields.url(value(row, "url"), "url"), author(row),
                text, Fields.optional(value(row, "language"), "language"),
                Fields.time(value(row, "created"), "created_at"), media, null, null,
                Fields.optional(value(row, "label"), "label"));
    }

    private Author author(List<String> row) throws Refusal {
        String handle = Fields.optional(value(row, "author"), "author");
        String name = Fields.optional(value(row, "name"), "name");
        String avatar = Fields.optional(value(row, "avatar"), "avatar");
        if (handle == null && name == null && avatar == null) {
            return null;
        }
        return new Author(handle != null && handle.startsWith("@") ? handle.substring(1) : handle, name,
                avatar == null ? null : pictures.take(avatar));
    }

    private List<Media> media(String column) throws Refusal {
        List<Media> media = new ArrayList<>();
        for (String source : column.split(";")) {
            if (!source.isBlank()) {
                media.add(new Media("photo", pictures.take(source.strip()), null));
            }
        }
        return media;
    }

    private String value(List<String> row, String field) {
        int index = index(field);
        return index < 0 ? "" : row.get(index);
    }

    private int index(String field) {
        return NAMES.get(field).stream().mapToInt(header::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
    }
}

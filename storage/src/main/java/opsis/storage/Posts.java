package opsis.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The posts of a workspace. */
public final class Posts {
    private static final int PAGE = 500;

    private final Database database;
    private final Clock clock;

    Posts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds the posts that are new, in one transaction; those that are stored stay as they were. */
    public AddResult add(Collection<Post> batch) {
        return batch.isEmpty() ? new AddResult(List.of()) : database.write(handle -> add(handle, batch));
    }

    private AddResult add(Handle handle, Collection<Post> batch) {
        // The numbers come first: taking them makes two batches that hold the same new post follow one another.
        long number = Changes.take(handle, batch.size());
        Map<String, String> texts = storedTexts(handle, batch);
        List<AddOutcome> outcomes = new ArrayList<>(batch.size());
        PreparedBatch insert = handle.prepareBatch("""
                insert into posts (id, added_number, change_number, platform, url, author_handle, author_name,
                    author_avatar, text, language, created_at, media, link_card, replies, reposts, likes, label,
                    added_at)
                values (:id, :number, :number, :platform, :url, :handle, :name, :avatar, :text, :language,
                    :createdAt, :media, :linkCard, :replies, :reposts, :likes, :label, :addedAt)""");
        for (Post post : batch) {
            String stored = texts.putIfAbsent(post.id(), post.text());
            if (stored == null) {
                bind(insert, post).bind("number", number++).bind("addedAt", Values.micros(clock.instant())).add();
            }
            outcomes.add(stored == null ? AddOutcome.ADDED
                    : stored.equals(post.text()) ? AddOutcome.UNCHANGED : AddOutcome.CONFLICT);
        }
        insert.execute();
        return new AddResult(outcomes);
    }

    private static Map<String, String> storedTexts(Handle handle, Collection<Post> batch) {
        List<String> ids = batch.stream().map(Post::id).distinct().toList();
        Map<String, String> texts = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            handle.createQuery("select id, text from posts where id in (<ids>)")
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + PAGE)))
                    .map((row, context) -> Map.entry(row.getString("id"), row.getString("text")))
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
        }
        return texts;
    }

    private static PreparedBatch bind(PreparedBatch insert, Post post) {
        Author author = post.author() == null ? new Author(null, null, null) : post.author();
        Counters counters = post.counters() == null ? new Counters(null, null, null) : post.counters();
        return insert.bind("id", post.id()).bind("platform", post.platform()).bind("url", post.url())
                .bind("handle", author.handle()).bind("name", author.name()).bind("avatar", author.avatar())
                .bind("text", post.text()).bind("language", post.language()).bind("createdAt", post.createdAt())
                .bind("media", Rows.json(post.media())).bind("linkCard", Rows.json(post.linkCard()))
                .bind("replies", counters.replies()).bind("reposts", counters.reposts())
                .bind("likes", counters.likes()).bind("label", post.label());
    }

    public Optional<Post> find(String id) {
        return database.read(handle -> handle.createQuery("select * from posts where id = :id").bind("id", id)
                .map((row, context) -> Rows.post(row)).findOne());
    }

    public long count() {
        return database.read(handle -> handle.createQuery("select count(*) from posts").mapTo(long.class).one());
    }

    /** When the first of the posts came; empty where there is none. */
    public Optional<Instant> firstAddedAt() {
        return database.read(handle -> handle.createQuery(
                        "select added_at from posts order by added_number limit 1")
                .map((row, context) -> Rows.instant(row, "added_at")).findOne());
    }

    /** Gives every post in the database's order of ids, holding one page in memory. */
    public void forEach(Consumer<Post> consumer) {
        String after = null;
        List<Post> page;
        do {
            page = page(after, PAGE);
            page.forEach(consumer);
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    /** The next posts in the database's order of ids; {@code afterId} null for the first page. */
    public List<Post> page(String afterId, int limit) {
        return database.read(handle -> handle
                .createQuery("select * from posts where id > :after order by id limit :limit")
                .bind("after", afterId == null ? "" : afterId).bind("limit", limit)
                .map((row, context) -> Rows.post(row)).list());
    }
}

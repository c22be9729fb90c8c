package opsis.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which words and regions decided. */
public final class Explanations {
    private final Database database;

    Explanations(Database database) {
        this.database = database;
    }

    /**
     * Stores it; one of the same post, model, method and picture is replaced. Throws {@link StorageException} where
     * the post is not stored.
     */
    public void save(StoredExplanation explanation) {
        try {
            database.change(handle -> {
                if (write(handle, explanation, """
                        update explanations set seed = :seed, samples = :samples, attributions = :json,
                            overlay = :overlay, explained_at = :at
                        where post_id = :post and model = :model and method = :method and picture = :picture""") == 0) {
                    write(handle, explanation, """
                        insert into explanations (post_id, model, method, picture, seed, samples, attributions,
                            overlay, explained_at)
                        values (:post, :model, :method, :picture, :seed, :samples, :json, :overlay, :at)""");
                }
            });
        } catch (StorageException e) {
            if (Database.isMissingReference(e)) {
                throw new StorageException("the explanation names the post " + explanation.postId()
                        + ", which is not stored; add the post first", e);
            }
            throw e;
        }
    }

    private static int write(Handle handle, StoredExplanation e, String sql) {
        return handle.createUpdate(sql).bind("post", e.postId()).bind("model", e.model()).bind("method", e.method())
                .bind("picture", e.pictureSha256() == null ? "" : e.pictureSha256()).bind("seed", e.seed())
                .bind("samples", e.samples()).bind("json", e.json()).bind("overlay", e.overlaySha256())
                .bind("at", e.at()).execute();
    }

    /** The newest one. */
    public Optional<StoredExplanation> find(String postId, String model, String method) {
        return database.read(handle -> handle.createQuery("""
                        select * from explanations where post_id = :post and model = :model and method = :method
                        order by explained_at desc limit 1""")
                .bind("post", postId).bind("model", model).bind("method", method)
                .map((row, context) -> explanation(row)).findOne());
    }

    /** The one of this picture (null: of the words alone). */
    public Optional<StoredExplanation> find(String postId, String model, String method, String pictureSha256) {
        return database.read(handle -> handle.createQuery("""
                        select * from explanations where post_id = :post and model = :model and method = :method
                        and picture = :picture""")
                .bind("post", postId).bind("model", model).bind("method", method)
                .bind("picture", pictureSha256 == null ? "" : pictureSha256)
                .map((row, context) -> explanation(row)).findOne());
    }

    /** Whether this picture (null: the words alone) was explained. */
    public boolean exists(String postId, String model, String method, String pictureSha256) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from explanations
                        where post_id = :post and model = :model and method = :method and picture = :picture""")
                .bind("post", postId).bind("model", model).bind("method", method)
                .bind("picture", pictureSha256 == null ? "" : pictureSha256).mapTo(long.class).one()) > 0;
    }

    /** Newest first. */
    public List<StoredExplanation> recent(String model, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select * from explanations where model = :model
                        order by model desc, explained_at desc limit :limit""")
                .bind("model", model).bind("limit", limit).map((row, context) -> explanation(row)).list());
    }

    /** How many of this model's were made since then. */
    public long count(String model, Instant since) {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from explanations where model = :model and explained_at >= :since")
                .bind("model", model).bind("since", since).mapTo(long.class).one());
    }

    private static StoredExplanation explanation(ResultSet row) throws SQLException {
        return new StoredExplanation(row.getString("post_id"), row.getString("model"), Rows.picture(row, "picture"),
                row.getString("method"), row.getLong("seed"), row.getInt("samples"), row.getString("attributions"),
                row.getString("overlay"), Rows.instant(row, "explained_at"));
    }
}

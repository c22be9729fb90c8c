package opsis.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What models said about posts. */
public final class Predictions {
    private final Database database;
    private final Changes changes;

    Predictions(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * Posts whose newest picture this model has not scored, in the order in which they came.
     *
     * @param wordsOnlyToo also posts without a picture whose text it has not scored
     */
    public List<Post> unclassified(String model, boolean wordsOnlyToo, int limit) {
        takeInChanges(model);
        String which = wordsOnlyToo
                ? "u.model = :model order by u.model, u.added_number"
                : "u.model = :model and u.has_picture = true order by u.model, u.has_picture, u.added_number";
        return database.read(handle -> handle.createQuery(
                        "select p.* from unscored u join posts p on p.id = u.post_id where " + which + " limit :limit")
                .bind("model", model).bind("limit", limit).map((row, context) -> Rows.post(row)).list());
    }

    /** How many {@link #unclassified} would give without a limit. */
    public long countUnclassified(String model, boolean wordsOnlyToo) {
        takeInChanges(model);
        return database.read(handle -> handle.createQuery("select count(*) from unscored where model = :model"
                + (wordsOnlyToo ? "" : " and has_picture = true")).bind("model", model).mapTo(long.class).one());
    }

    private void takeInChanges(String model) {
        changes.takeIn("model", model, (handle, from, to) -> {
            handle.createUpdate("""
                            delete from unscored where model = :model and post_id in
                                (select id from posts where change_number > :from and change_number <= :to)""")
                    .bind("model", model).bind("from", from).bind("to", to).execute();
            handle.createUpdate("""
                            insert into unscored (model, post_id, has_picture, added_number)
                            select cast(:model as varchar(200)), p.id, p.newest_picture is not null, p.added_number
                            from posts p where p.change_number > :from and p.change_number <= :to
                            and not exists (select 1 from predictions q where q.post_id = p.id and q.model = :model
                                and q.picture = coalesce(p.newest_picture, ''))""")
                    .bind("model", model).bind("from", from).bind("to", to).execute();
        });
    }

    /**
     * Stores in one transaction; a prediction of the same post, model and picture is replaced. Throws
     * {@link StorageException}, storing none, where a post is not stored.
     */
    public void save(Collection<Prediction> predictions) {
        // One order for all writers, so that two that save the same posts wait for one another, not in a circle.
        Map<List<String>, Prediction> distinct = new TreeMap<>((a, b) -> String.join("\n", a).compareTo(
                String.join("\n", b)));
        predictions.forEach(p -> distinct.put(List.of(p.postId(), p.model(), picture(p)), p));
        if (distinct.isEmpty()) {
            return;
        }
        try {
            database.change(handle -> save(handle, List.copyOf(distinct.values())));
        } catch (StorageException e) {
            if (Database.isMissingReference(e)) {
                throw new StorageException("a prediction names a post that is not stored; add the post first", e);
            }
            throw e;
        }
    }

    private static void save(Handle handle, List<Prediction> predictions) {
        predictions.stream().map(Prediction::model).distinct().sorted()
                .forEach(model -> Changes.lock(handle, "model", model));
        execute(handle, predictions, """
                update predictions set newest = false where post_id = :post and model = :model and newest = true""");
        int[] updated = execute(handle, predictions, """
                update predictions set probability = :probability, words_only = :wordsOnly,
                    picture_only = :pictureOnly, threshold = :threshold, distance = :distance, scored_at = :at,
                    newest = true
                where post_id = :post and model = :model and picture = :picture""");
        List<Prediction> fresh = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                fresh.add(predictions.get(i));
            }
        }
        execute(handle, fresh, """
                insert into predictions (post_id, model, picture, probability, words_only, picture_only, threshold,
                    distance, scored_at, newest)
                values (:post, :model, :picture, :probability, :wordsOnly, :pictureOnly, :threshold, :distance, :at,
                    true)""");
        execute(handle, predictions, """
                delete from unscored where model = :model and post_id = :post and exists (select 1 from posts p
                    where p.id = :post and coalesce(p.newest_picture, '') = :picture)""");
    }

    private static int[] execute(Handle handle, List<Prediction> predictions, String sql) {
        PreparedBatch batch = handle.prepareBatch(sql);
        for (Prediction p : predictions) {
            batch.bind("post", p.postId()).bind("model", p.model()).bind("picture", picture(p))
                    .bind("probability", p.probability()).bind("wordsOnly", p.wordsOnly())
                    .bind("pictureOnly", p.pictureOnly()).bind("threshold", p.threshold())
                    .bind("distance", Math.abs(p.probability() - p.threshold())).bind("at", p.at()).add();
        }
        return batch.execute();
    }

    private static String picture(Prediction prediction) {
        return prediction.pictureSha256() == null ? "" : prediction.pictureSha256();
    }

    /** The prediction saved last for a post. The methods below look at this one of each post only. */
    public Optional<Prediction> newest(String postId, String model) {
        return database.read(handle -> handle.createQuery(
                        "select * from predictions where post_id = :post and model = :model and newest = true")
                .bind("post", postId).bind("model", model).map((row, context) -> prediction(row)).findOne());
    }

    /** Highest probability first. */
    public List<Prediction> top(String model, int limit) {
        return top(model, Instant.EPOCH, limit);
    }

    /** Highest probability first, of those scored since then. */
    public List<Prediction> top(String model, Instant since, int limit) {
        return list(model, since, "order by model desc, newest desc, probability desc, post_id desc limit :limit",
                limit);
    }

    /** Nearest to the threshold first. */
    public List<Prediction> mostUncertain(String model, int limit) {
        return mostUncertain(model, Instant.EPOCH, limit);
    }

    /** Nearest to the threshold first, of those scored since then. */
    public List<Prediction> mostUncertain(String model, Instant since, int limit) {
        return list(model, since, "order by model, newest, distance, post_id limit :limit", limit);
    }

    /** All of them, in the database's order of post ids. */
    public List<Prediction> all(String model) {
        return list(model, Instant.EPOCH, "order by post_id limit :limit", Integer.MAX_VALUE);
    }

    private List<Prediction> list(String model, Instant since, String order, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select * from predictions
                        where model = :model and newest = true and scored_at >= :since """ + " " + order)
                .bind("model", model).bind("since", since).bind("limit", limit)
                .map((row, context) -> prediction(row)).list());
    }

    public long count(String model) {
        return count(model, Instant.EPOCH);
    }

    /** How many were scored since then. */
    public long count(String model, Instant since) {
        return count(model, since, "");
    }

    /** How many are at or over their threshold. */
    public long countOver(String model) {
        return countOver(model, Instant.EPOCH);
    }

    /** How many of those scored since then are at or over their threshold. */
    public long countOver(String model, Instant since) {
        return count(model, since, " and probability >= threshold");
    }

    private long count(String model, Instant since, String condition) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from predictions
                        where model = :model and newest = true and scored_at >= :since""" + condition)
                .bind("model", model).bind("since", since).mapTo(long.class).one());
    }

    /** How many probabilities fall into each of equal parts of 0 to 1; 1 itself is in the last. */
    public long[] histogram(String model, int bins) {
        return histogram(model, Instant.EPOCH, bins);
    }

    /** The histogram of those scored since then. */
    public long[] histogram(String model, Instant since, int bins) {
        long[] counts = new long[bins];
        return database.read(handle -> {
            handle.createQuery("""
                            select probability from predictions
                            where model = :model and newest = true and scored_at >= :since""")
                    .bind("model", model).bind("since", since).mapTo(double.class)
                    .forEach(p -> counts[Math.min(bins - 1, (int) (p * bins))]++);
            return counts;
        });
    }

    private static Prediction prediction(ResultSet row) throws SQLException {
        return new Prediction(row.getString("post_id"), row.getString("model"), Rows.picture(row, "picture"),
                row.getDouble("probability"), Rows.optionalDouble(row, "words_only"),
                Rows.optionalDouble(row, "picture_only"), row.getDouble("threshold"),
                Rows.instant(row, "scored_at"));
    }
}

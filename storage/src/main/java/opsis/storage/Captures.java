package opsis.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Every attempt to capture a post, and what is due by them. */
public final class Captures {
    private final Database database;
    private final Changes changes;

    Captures(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Posts never attempted with this profile, then those whose next attempt is at or before now, soonest first. */
    public List<Post> due(String profile, Instant now, int limit) {
        takeInNewPosts(profile);
        return database.read(handle -> handle.createQuery("""
                        select p.* from capture_states s join posts p on p.id = s.post_id
                        where s.profile = :profile and s.next_attempt_at <= :now
                        order by s.profile, s.next_attempt_at, s.added_number limit :limit""")
                .bind("profile", profile).bind("now", now).bind("limit", limit)
                .map((row, context) -> Rows.post(row)).list());
    }

    /** How many {@link #due} would give without a limit. */
    public long countDue(String profile, Instant now) {
        takeInNewPosts(profile);
        return database.read(handle -> handle.createQuery(
                        "select count(*) from capture_states where profile = :profile and next_attempt_at <= :now")
                .bind("profile", profile).bind("now", now).mapTo(long.class).one());
    }

    /** When the next post is due; an instant of the past where one is due already, empty where none will be. */
    public Optional<Instant> nextDue(String profile) {
        takeInNewPosts(profile);
        return database.read(handle -> handle.createQuery("""
                        select next_attempt_at from capture_states
                        where profile = :profile and next_attempt_at is not null
                        order by profile, next_attempt_at limit 1""")
                .bind("profile", profile).map((row, context) -> Rows.instant(row, "next_attempt_at")).findOne());
    }

    private void takeInNewPosts(String profile) {
        changes.takeIn("profile", profile, (handle, from, to) -> handle.createUpdate("""
                        insert into capture_states (profile, post_id, added_number, attempts, next_attempt_at)
                        select cast(:profile as varchar(200)), p.id, p.added_number, 0,
                            cast(:since as timestamp(6) with time zone)
                        from posts p where p.added_number > :from and p.added_number <= :to
                        and not exists (select 1 from capture_states s where s.profile = :profile and s.post_id = p.id)
                        """)
                .bind("profile", profile).bind("since", Instant.EPOCH).bind("from", from).bind("to", to).execute());
    }

    /**
     * Adds an attempt and moves its post to the state that follows, in one transaction. Throws
     * {@link StorageException} where the post is not stored or has an attempt of this number and profile.
     */
    public void record(CaptureAttempt attempt) {
        try {
            database.change(handle -> record(handle, attempt));
        } catch (StorageException e) {
            String which = "attempt " + attempt.number() + " of post " + attempt.postId() + " with profile "
                    + attempt.profile();
            if (Database.isMissingReference(e)) {
                throw new StorageException(which + " names a post that is not stored; add the post first", e);
            }
            if (Database.isDuplicate(e)) {
                throw new StorageException(which + " is recorded already; give it the next number", e);
            }
            throw e;
        }
    }

    private static void record(Handle handle, CaptureAttempt attempt) {
        long change = attempt.captured() ? Changes.take(handle, 1) : 0;
        long id = insert(handle, attempt);
        int states = handle.createUpdate("""
                        update capture_states set attempts = attempts + 1, outcome = :outcome, latest_attempt = :id,
                            next_attempt_at = :next
                        where profile = :profile and post_id = :post""")
                .bind("outcome", attempt.outcome()).bind("id", id).bind("next", attempt.nextAttemptAt())
                .bind("profile", attempt.profile()).bind("post", attempt.postId()).execute();
        if (states == 0) {
            handle.createUpdate("""
                            insert into capture_states (profile, post_id, added_number, attempts, outcome,
                                latest_attempt, next_attempt_at)
                            values (:profile, :post, (select added_number from posts where id = :post), 1, :outcome,
                                :id, :next)""")
                    .bind("outcome", attempt.outcome()).bind("id", id).bind("next", attempt.nextAttemptAt())
                    .bind("profile", attempt.profile()).bind("post", attempt.postId()).execute();
        }
        if (attempt.captured()) {
            handle.createUpdate("""
                            update posts set newest_capture = :id, newest_picture = :picture, change_number = :change
                            where id = :post""")
                    .bind("id", id).bind("picture", attempt.pictureSha256()).bind("change", change)
                    .bind("post", attempt.postId()).execute();
        }
    }

    private static long insert(Handle handle, CaptureAttempt attempt) {
        return handle.createUpdate("""
                        insert into capture_attempts (post_id, profile, attempt_number, outcome, reason, picture,
                            layout, final_url, http_status, browser, started_at, took_micros, next_attempt_at)
                        values (:post, :profile, :number, :outcome, :reason, :picture, :layout, :finalUrl, :status,
                            :browser, :startedAt, :took, :next)""")
                .bind("post", attempt.postId()).bind("profile", attempt.profile()).bind("number", attempt.number())
                .bind("outcome", attempt.outcome()).bind("reason", attempt.reason())
                .bind("picture", attempt.pictureSha256()).bind("layout", attempt.layoutJson())
                .bind("finalUrl", attempt.finalUrl()).bind("status", attempt.httpStatus())
                .bind("browser", attempt.browser()).bind("startedAt", attempt.startedAt())
                .bind("took", attempt.took().toNanos() / 1000).bind("next", attempt.nextAttemptAt())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
    }

    /** How often this post was attempted with this profile. */
    public int attempts(String postId, String profile) {
        return database.read(handle -> handle.createQuery(
                        "select attempts from capture_states where profile = :profile and post_id = :post")
                .bind("profile", profile).bind("post", postId).mapTo(int.class).findOne().orElse(0));
    }

    /** The last picture that was recorded of a post, over all profiles. */
    public Optional<StoredCapture> newest(String postId) {
        return database.read(handle -> handle.createQuery("""
                        select a.* from posts p join capture_attempts a on a.id = p.newest_capture
                        where p.id = :post""").bind("post", postId)
                .map((row, context) -> attempt(row, "next_attempt_at")).findOne()
                .map(attempt -> new StoredCapture(postId, attempt.profile(), attempt.pictureSha256(),
                        attempt.layoutJson(), attempt.startedAt().plus(attempt.took()))));
    }

    /** Every attempt of a post, oldest first. */
    public List<CaptureAttempt> history(String postId) {
        return database.read(handle -> handle
                .createQuery("select * from capture_attempts where post_id = :post order by id")
                .bind("post", postId).map((row, context) -> attempt(row, "next_attempt_at")).list());
    }

    /** The last attempt, with the time of the next as it stands now: {@link #retry} may have brought it forward. */
    public Optional<CaptureAttempt> latest(String postId, String profile) {
        return database.read(handle -> handle.createQuery("""
                        select a.*, s.next_attempt_at as next_now
                        from capture_states s join capture_attempts a on a.id = s.latest_attempt
                        where s.profile = :profile and s.post_id = :post""")
                .bind("profile", profile).bind("post", postId)
                .map((row, context) -> attempt(row, "next_now")).findOne());
    }

    /** How many posts have which latest outcome with this profile, by the outcome's name. */
    public Map<String, Long> outcomes(String profile) {
        return counts(handle -> handle.createQuery("""
                        select outcome, count(*) as posts from capture_states
                        where profile = :profile and outcome is not null group by outcome""")
                .bind("profile", profile));
    }

    /** The same, of the posts attempted since then. */
    public Map<String, Long> outcomes(String profile, Instant since) {
        return counts(handle -> handle.createQuery("""
                        select s.outcome, count(*) as posts
                        from capture_states s join capture_attempts a on a.id = s.latest_attempt
                        where s.profile = :profile and a.started_at >= :since group by s.outcome""")
                .bind("profile", profile).bind("since", since));
    }

    /** How many posts were never attempted with this profile. */
    public long countUntried(String profile) {
        takeInNewPosts(profile);
        return database.read(handle -> handle.createQuery(
                        "select count(*) from capture_states where profile = :profile and outcome is null")
                .bind("profile", profile).mapTo(long.class).one());
    }

    private Map<String, Long> counts(Function<Handle, Query> query) {
        Map<String, Long> counts = new TreeMap<>();
        database.read(handle -> query.apply(handle)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2))).list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** The profile of the latest attempt of all; empty before the first. */
    public Optional<String> latestProfile() {
        return database.read(handle -> handle.createQuery(
                        "select profile from capture_attempts order by id desc limit 1").mapTo(String.class).findOne());
    }

    /** Latest attempts that are not {@link CaptureAttempt#CAPTURED}, in the order in which the posts came. */
    public List<CaptureAttempt> unfinished(String profile, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select a.*, s.next_attempt_at as next_now
                        from capture_states s join capture_attempts a on a.id = s.latest_attempt
                        where s.profile = :profile and s.outcome <> :captured
                        order by s.added_number limit :limit""")
                .bind("profile", profile).bind("captured", CaptureAttempt.CAPTURED).bind("limit", limit)
                .map((row, context) -> attempt(row, "next_now")).list());
    }

    /** Makes the posts whose latest outcome is this due now; returns how many. */
    public int retry(String profile, String outcome, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                        update capture_states set next_attempt_at = :now
                        where profile = :profile and outcome = :outcome""")
                .bind("now", Values.micros(now)).bind("profile", profile).bind("outcome", outcome).execute());
    }

    private static CaptureAttempt attempt(ResultSet row, String next) throws SQLException {
        return new CaptureAttempt(row.getString("post_id"), row.getString("profile"), row.getInt("attempt_number"),
                row.getString("outcome"), row.getString("reason"), row.getString("picture"),
                row.getString("layout"), row.getString("final_url"), row.getInt("http_status"),
                row.getString("browser"), Rows.instant(row, "started_at"),
                Duration.of(row.getLong("took_micros"), ChronoUnit.MICROS), Rows.instant(row, next));
    }
}

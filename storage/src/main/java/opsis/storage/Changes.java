package opsis.storage;

import org.jdbi.v3.core.Handle;

/**
 * The numbered changes of posts, by which the work of each profile and model is found without looking at every post:
 * a reader remembers the last number it has taken in, and takes in only what came since.
 */
final class Changes {
    private final Database database;

    Changes(Database database) {
        this.database = database;
    }

    /**
     * Takes the next numbers inside a transaction, and makes other takers wait until it ends.
     *
     * @return the first of them
     */
    static long take(Handle handle, int count) {
        handle.createUpdate("update change_counter set last_number = last_number + :count where id = 1")
                .bind("count", count).execute();
        return last(handle) - count + 1;
    }

    /** What a reader does with the changes after {@code from}, up to {@code to}. */
    @FunctionalInterface
    interface Intake {
        void take(Handle handle, long from, long to);
    }

    /** Brings a reader up to now, in one transaction; costs two look-ups where nothing has changed. */
    void takeIn(String kind, String name, Intake intake) {
        if (database.read(handle -> last(handle) == seen(handle, kind, name, ""))) {
            return;
        }
        database.change(handle -> {
            long from = lock(handle, kind, name);
            long to = last(handle);
            intake.take(handle, from, to);
            handle.createUpdate("update change_readers set last_number = :to where kind = :kind and name = :name")
                    .bind("to", to).bind("kind", kind).bind("name", name).execute();
        });
    }

    /**
     * Makes other transactions that take in or work off this reader's changes wait until this one ends; without it a
     * row could be entered as work to do just after it was done.
     *
     * @return the last number that the reader has taken in
     */
    static long lock(Handle handle, String kind, String name) {
        if (seen(handle, kind, name, "") < 0) {
            handle.createUpdate("insert into change_readers (kind, name, last_number) values (:kind, :name, 0)")
                    .bind("kind", kind).bind("name", name).execute();
        }
        return seen(handle, kind, name, " for update");
    }

    private static long last(Handle handle) {
        return handle.createQuery("select last_number from change_counter where id = 1").mapTo(long.class).one();
    }

    private static long seen(Handle handle, String kind, String name, String lock) {
        return handle.createQuery("select last_number from change_readers where kind = :kind and name = :name" + lock)
                .bind("kind", kind).bind("name", name).mapTo(long.class).findOne().orElse(-1L);
    }
}

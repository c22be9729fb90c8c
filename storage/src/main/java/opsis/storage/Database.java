package opsis.storage;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Runs reads and write transactions, and turns what the driver throws into {@link StorageException}. */
final class Database {
    private static final int TRIES = 5;
    /** Duplicate key, serialization failure, deadlock (PostgreSQL, H2), lock timeout: another writer was first. */
    private static final Set<String> ANOTHER_WRITER = Set.of("23505", "40001", "40P01", "HYT00");

    private final Jdbi jdbi;
    private final boolean flushEachCommit;

    /** @param flushEachCommit for H2, whose commit alone leaves the rows in the operating system's cache */
    Database(DataSource dataSource, boolean flushEachCommit) {
        this.jdbi = Jdbi.create(dataSource).registerArgument(new InstantArguments());
        this.flushEachCommit = flushEachCommit;
    }

    <T> T read(Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            throw refused(e);
        }
    }

    /**
     * Runs the work in one transaction that is durable when this returns. Where another writer came between, the
     * work is run again from its start, so it must change nothing but the handle's rows.
     */
    <T> T write(Function<Handle, T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                T result = jdbi.inTransaction(work::apply);
                flush();
                return result;
            } catch (JdbiException e) {
                if (left == 0 || !ANOTHER_WRITER.contains(sqlState(e))) {
                    throw refused(e);
                }
            }
        }
    }

    void change(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return null;
        });
    }

    private void flush() {
        if (flushEachCommit) {
            jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
        }
    }

    private static StorageException refused(JdbiException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        return new StorageException("the database refused (SQL state " + sqlState(e) + "): " + message, e);
    }

    private static String sqlState(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "none";
    }

    /** Whether a row named a post that is not stored: the foreign key states of PostgreSQL and H2. */
    static boolean isMissingReference(StorageException e) {
        return Set.of("23503", "23506").contains(sqlState(e));
    }

    static boolean isDuplicate(StorageException e) {
        return sqlState(e).equals("23505");
    }

    /** Binds instants as UTC offsets: a {@code java.sql.Timestamp} would be ambiguous when clocks are set back. */
    private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
        InstantArguments() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            OffsetDateTime utc = value.atOffset(ZoneOffset.UTC);
            return (position, statement, context) -> statement.setObject(position, utc);
        }
    }
}

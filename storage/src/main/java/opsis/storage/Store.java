package opsis.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The rows and blobs of one workspace. Safe for use by many threads. */
public final class Store implements AutoCloseable {
    private static final String MIGRATIONS = "classpath:opsis/storage/migration";
    private static final int CONNECTIONS = 12;

    private final HikariDataSource dataSource;
    private final AutoCloseable lock;
    private final Posts posts;
    private final Captures captures;
    private final Predictions predictions;
    private final Explanations explanations;
    private final Runs runs;
    private final Blobs blobs;

    private Store(HikariDataSource dataSource, boolean h2, Path blobFolder, AutoCloseable lock, Clock clock) {
        this.dataSource = dataSource;
        this.lock = lock;
        Database database = new Database(dataSource, h2);
        Changes changes = new Changes(database);
        this.posts = new Posts(database, clock);
        this.captures = new Captures(database, changes);
        this.predictions = new Predictions(database, changes);
        this.explanations = new Explanations(database);
        this.runs = new Runs(database, clock);
        this.blobs = new Blobs(blobFolder);
    }

    /**
     * Opens the store, bringing its tables to this version. Throws {@link StorageException} where the database
     * cannot be reached, or was made by a newer version.
     */
    public static Store open(StoreSettings settings, Clock clock) {
        return open(settings, () -> { }, clock);
    }

    /**
     * Opens the H2 file database FOLDER/database with blobs in FOLDER/blobs, making what is not there. Throws
     * {@link StorageException} where another process (named in the message) has the folder open.
     */
    public static Store openFolder(Path folder, Clock clock) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.toString().contains(";")) {
            throw new StorageException("the workspace " + absolute
                    + " has a semicolon in its path, which the database cannot take; give another folder");
        }
        makeFolder(absolute);
        WorkspaceLock lock = WorkspaceLock.take(absolute);
        // "async": with plain files an interrupted thread would close the database for every other thread.
        // WRITE_DELAY=0 writes at each commit. The JVM's end must not close the database before its users have ended.
        String url = "jdbc:h2:async:" + absolute.resolve("database")
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE";
        try {
            return open(new StoreSettings(url, "opsis", "", absolute.resolve("blobs")), lock, clock);
        } catch (StorageException e) {
            closeQuietly(lock, e);
            throw e;
        }
    }

    private static Store open(StoreSettings settings, AutoCloseable lock, Clock clock) {
        makeFolder(settings.blobFolder());
        HikariDataSource dataSource = null;
        try {
            dataSource = new HikariDataSource(pool(settings));
            Flyway.configure().dataSource(dataSource).locations(MIGRATIONS).load().migrate();
            return new Store(dataSource, settings.jdbcUrl().startsWith("jdbc:h2:"), settings.blobFolder(), lock,
                    clock);
        } catch (FlywayException | PoolInitializationException e) {
            StorageException failure = new StorageException("the database " + settings.jdbcUrl()
                    + " could not be opened: " + firstLine(e)
                    + "; check that it runs, its address and user, and that this opsis is not older than it", e);
            if (dataSource != null) {
                closeQuietly(dataSource, failure);
            }
            throw failure;
        }
    }

    private static HikariConfig pool(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("opsis-store");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageException("the folder " + folder + " could not be made (" + e
                    + "); make it, or give another --workspace", e);
        }
    }

    private static String firstLine(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.getClass().getSimpleName());
    }

    private static void closeQuietly(AutoCloseable resource, Exception failure) {
        try {
            resource.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    public Posts posts() {
        return posts;
    }

    public Captures captures() {
        return captures;
    }

    public Predictions predictions() {
        return predictions;
    }

    public Explanations explanations() {
        return explanations;
    }

    public Runs runs() {
        return runs;
    }

    public Blobs blobs() {
        return blobs;
    }

    /** The pool of connections, for a job store that keeps its QRTZ_ tables beside ours. */
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
        try {
            lock.close();
        } catch (Exception e) {
            throw new StorageException("the workspace's lock could not be let go: " + e, e);
        }
    }
}

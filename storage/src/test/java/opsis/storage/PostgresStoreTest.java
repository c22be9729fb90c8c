package opsis.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;

class PostgresStoreTest extends AbstractStoreTest {
    private static final String URL = "jdbc:postgresql://127.0.0.1:5432/test?connectTimeout=2";
    private static final Optional<String> USER = List.of("postgres", "root").stream()
            .filter(PostgresStoreTest::answers).findFirst();

    private final String schema = "opsis_" + UUID.randomUUID().toString().replace("-", "");
    private boolean made;

    private static boolean answers(String user) {
        try (Connection connection = DriverManager.getConnection(URL, user, "")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    Store open() {
        Assumptions.assumeTrue(USER.isPresent(), "no PostgreSQL with a database 'test' answers on 127.0.0.1:5432");
        if (!made) {
            execute("create schema " + schema);
            made = true;
        }
        return Store.open(new StoreSettings(URL + "&currentSchema=" + schema, USER.orElseThrow(), "",
                folder.resolve("blobs")), CLOCK);
    }

    @AfterEach
    void dropSchema() {
        if (made) {
            store.close();
            store = null;
            execute("drop schema " + schema + " cascade");
        }
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(URL, USER.orElseThrow(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}

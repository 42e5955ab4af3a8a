package io.github.migralint.dialect.postgresql.replay;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL for the length of a test class. */
public final class Server implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it; where it cannot run the tests are skipped, but never in continuous integration. */
    public static Server start() {
        try {
            return new Server(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("autovacuum", "off")
                    .setLocaleConfig("lc-messages", "C")
                    .start());
        } catch (IOException | RuntimeException e) {
            if (System.getenv("CI") != null) {
                throw new IllegalStateException("PostgreSQL does not start here", e);
            }
            Assumptions.abort("PostgreSQL does not start here: " + e);
            throw new AssertionError(e);
        }
    }

    /** A new, empty database. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }

    public Connection connect(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

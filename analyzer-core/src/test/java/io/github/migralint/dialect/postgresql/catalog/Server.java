package io.github.migralint.dialect.postgresql.catalog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL of one major version, for the length of a test class. */
public final class Server implements AutoCloseable {
    /** The major whose binaries are on the class path. */
    static final int NEWEST = 18;

    private final EmbeddedPostgres postgres;
    private final int major;

    private Server(EmbeddedPostgres postgres, int major) {
        this.postgres = postgres;
        this.major = major;
    }

    /** Starts the newest major. */
    public static Server start() {
        return start(NEWEST);
    }

    /** Starts it; where it cannot run the tests are skipped, but never in continuous integration. */
    static Server start(int major) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("max_locks_per_transaction", "512")
                    .setLocaleConfig("lc-messages", "C");
            if (major != NEWEST) {
                Path jar = binaries(major)
                        .orElseThrow(
                                () -> new IllegalStateException("no binaries of PostgreSQL " + major + " in target/"));
                builder.setPgBinaryResolver((system, machine) -> archive(jar));
            }
            return new Server(builder.start(), major);
        } catch (IOException | RuntimeException e) {
            if (System.getenv("CI") != null) {
                throw new IllegalStateException("PostgreSQL " + major + " does not start here", e);
            }
            Assumptions.abort("PostgreSQL " + major + " does not start here: " + e);
            throw new AssertionError(e);
        }
    }

    /** The majors that the build holds the replay to: two, or with the profile for it all that are supported. */
    static List<Integer> majors() {
        return Stream.of(System.getProperty("migralint.majors", Integer.toString(NEWEST))
                        .split(",", -1))
                .filter(major -> !major.isBlank())
                .map(Integer::valueOf)
                .toList();
    }

    private static Optional<Path> binaries(int major) {
        Path folder = Path.of(System.getProperty("migralint.root", ".."), "analyzer-core", "target", "pg-binaries");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var jars = Files.list(folder)) {
            return jars.filter(jar -> jar.getFileName().toString().contains("-amd64-" + major + "."))
                    .findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InputStream archive(Path jar) throws IOException {
        var zip = new ZipInputStream(Files.newInputStream(jar));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return zip;
            }
        }
        throw new IOException("no archive in " + jar);
    }

    int major() {
        return major;
    }

    /** A new, empty database. */
    public void createDatabase(String name) throws SQLException {
        execute("CREATE DATABASE \"" + name + "\"");
    }

    /** Removes a database. */
    void dropDatabase(String name) throws SQLException {
        execute("DROP DATABASE \"" + name + "\"");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Where clients other than this one find a database. */
    String address(String database) {
        return "postgresql://postgres@localhost:" + postgres.getPort() + "/" + database;
    }

    /** A connection of which each query is planned once. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", database) + "&prepareThreshold=1");
    }

    /** A connection that sends what it is given as one message, as most drivers do. */
    Connection connectSimply(String database) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl("postgres", database) + "&preferQueryMode=simple");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

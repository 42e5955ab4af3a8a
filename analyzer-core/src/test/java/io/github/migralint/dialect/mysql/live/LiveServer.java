package io.github.migralint.dialect.mysql.live;

import static java.util.Objects.requireNonNull;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A real MySQL or MariaDB with the settings of its vendor. It is started when the first test asks for it, shared by all
 * tests of the JVM and gone with it; each test makes a database of its own.
 */
public final class LiveServer {
    /** What only costs time in a server whose data nobody wants; the others keep the defaults of the vendor. */
    private static final List<String> FAST = List.of(
            "--loose-innodb-flush-log-at-trx-commit=0",
            "--loose-sync-binlog=0",
            "--loose-innodb-doublewrite=0",
            "--loose-innodb-buffer-pool-size=32M",
            "--loose-innodb-use-native-aio=0",
            "--loose-performance-schema=0",
            "--loose-mysqlx=0",
            "--bind-address=127.0.0.1");

    private static final Pattern VERSION = Pattern.compile("^\\d+\\.\\d+\\.\\d+");

    /** Starting takes seconds, so all tests share those that run. */
    private static final Map<Release, LiveServer> RUNNING = new ConcurrentHashMap<>();

    private final ServerProcess process;
    private final Server server;

    private LiveServer(ServerProcess process, Server server) {
        this.process = process;
        this.server = server;
    }

    /** The server of a release; where it cannot run the tests are skipped, but never in continuous integration. */
    public static LiveServer of(Release release) {
        Optional<Path> source = release.source();
        if (source.isEmpty()) {
            return missing(release + " is not on this machine", Optional.empty());
        }
        try {
            return RUNNING.computeIfAbsent(release, r -> start(r, source.get()));
        } catch (IllegalStateException e) {
            return missing(release + " does not start here: " + e.getMessage(), Optional.of(e));
        }
    }

    private static LiveServer missing(String why, Optional<Exception> cause) {
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(why, cause.orElse(null));
        }
        Assumptions.abort(why);
        throw new AssertionError(why);
    }

    private static LiveServer start(Release release, Path source) {
        try {
            Path folder = Files.createTempDirectory("migralint-server");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Programs programs = Programs.of(release, source, folder);
            ServerProcess process = ServerProcess.start(programs, folder, FAST);
            return new LiveServer(process, new Server(release.flavor(), version(process)));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Version version(ServerProcess process) throws SQLException {
        try (Connection connection = DriverManager.getConnection(process.url(""));
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT VERSION()")) {
            rows.next();
            Matcher matcher = VERSION.matcher(requireNonNull(rows.getString(1)));
            matcher.find();
            return Version.parse(matcher.group()).orElseThrow();
        }
    }

    /** What it is, as the analyzer is told. */
    public Server server() {
        return server;
    }

    /** A new, empty database; one of this name from before is dropped. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `" + name + "`");
            statement.execute("CREATE DATABASE `" + name + "`");
        }
    }

    /** A connection to a database, or to none; of a superuser, sending statements as they are. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(process.url(database));
    }

    /** The error number with which the server refuses a statement; empty when it runs. */
    public static Optional<Integer> refusal(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.getErrorCode());
        }
    }

    /** The first column of an answer, NULL as the text NULL. */
    public static List<String> answers(Connection connection, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(String.valueOf(rows.getString(1)));
            }
        }
        return answers;
    }

    @Override
    public String toString() {
        return server.flavor().label() + " " + server.version();
    }
}

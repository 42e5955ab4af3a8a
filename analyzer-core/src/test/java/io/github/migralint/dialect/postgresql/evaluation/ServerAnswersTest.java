package io.github.migralint.dialect.postgresql.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.catalog.Server;
import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same questions to a real server and to a replayed schema: every answer is equal, or nobody can tell. */
class ServerAnswersTest {
    private static Server server;
    private static Schema schema;

    @BeforeAll
    static void start() throws SQLException {
        server = Server.start();
        server.createDatabase("answers");
        String history = resource("history.sql");
        try (Connection connection = server.connect("answers");
                Statement statement = connection.createStatement()) {
            statement.execute(history);
        }
        schema = Replayed.after(history);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String resource(String name) {
        try (var stream = ServerAnswersTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Questions, separated by empty lines or one on each line; {@code ?} before one that nobody can tell. */
    private static List<String> questions(String name) {
        return resource(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .toList();
    }

    @Test
    void expressionsAreWorthWhatTheServerSays() throws SQLException {
        var wrong = new ArrayList<String>();
        try (Connection connection = server.connect("answers");
                Statement statement = connection.createStatement()) {
            for (String question : questions("expressions.sql")) {
                boolean unknowable = question.startsWith("? ");
                String sql = unknowable ? question.substring(2) : question;
                String expected =
                        answer(statement, "SELECT (" + sql + ")::text").get(0);
                String ours = Asked.value("(" + sql + ")::text", schema);
                if (!ours.equals(unknowable ? "?" : expected)) {
                    wrong.add(question + "\n   server: " + expected + "\n   ours:   " + ours);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void queriesGiveTheRowsOfTheServer() throws SQLException {
        var wrong = new ArrayList<String>();
        try (Connection connection = server.connect("answers");
                Statement statement = connection.createStatement()) {
            for (String question : questions("queries.sql")) {
                boolean unknowable = question.startsWith("? ");
                String sql = unknowable ? question.substring(2) : question;
                List<String> expected = answer(statement, sql);
                Optional<List<String>> ours = Asked.rows(sql, schema);
                boolean ordered = sql.contains("ORDER BY");
                boolean equal = ours.isPresent()
                        && (ordered ? ours.get() : sorted(ours.get())).equals(ordered ? expected : sorted(expected));
                if (unknowable ? ours.isPresent() : !equal) {
                    wrong.add(question + "\n   server: " + expected + "\n   ours:   " + ours);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private static List<String> answer(Statement statement, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(Objects.requireNonNullElse(result.getString(i), "NULL"));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}

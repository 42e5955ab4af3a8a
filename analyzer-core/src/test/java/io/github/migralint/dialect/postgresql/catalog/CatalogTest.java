package io.github.migralint.dialect.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.fixtures.Histories;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.StatementCutter;
import io.github.migralint.source.StatementPiece;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** After every file of a history the replayed schema equals the catalog of a server that ran the same files. */
class CatalogTest {
    static final List<String> HISTORIES = Histories.POSTGRESQL;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(Server.NEWEST);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @FieldSource("HISTORIES")
    void equalsTheServer(String history) throws SQLException {
        server.createDatabase(history);
        Map<String, String> soFar = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : Histories.postgresql(history).entrySet()) {
            soFar.put(file.getKey(), file.getValue());
            run(history, file.getValue());
            try (Connection connection = server.connect(history)) {
                assertThat(differences(
                                new ServerCatalog(connection).facts(), ReplayedCatalog.of(Replayed.after(soFar))))
                        .as("%s after %s", history, file.getKey())
                        .isEmpty();
            }
        }
        assertThat(soFar).hasSizeGreaterThan(9);
    }

    /** Facts that only one of the two has. */
    static List<String> differences(Set<Fact> server, Set<Fact> replayed) {
        var differences = new ArrayList<String>();
        server.stream().filter(fact -> !replayed.contains(fact)).forEach(fact -> differences.add("server: " + fact));
        replayed.stream().filter(fact -> !server.contains(fact)).forEach(fact -> differences.add("replay: " + fact));
        return differences;
    }

    /** Each file runs in a session of its own, statement by statement. */
    private static void run(String database, String sql) throws SQLException {
        SourceText text = SourceText.of("history.sql", sql);
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            for (StatementPiece piece :
                    StatementCutter.cut(text, PostgresqlLexicon.LEXICON).pieces()) {
                statement.execute(text.slice(piece.span()));
            }
        }
    }
}

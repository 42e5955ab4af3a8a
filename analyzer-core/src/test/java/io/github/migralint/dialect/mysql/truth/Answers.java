package io.github.migralint.dialect.mysql.truth;

import io.github.migralint.dialect.mysql.live.LiveServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What servers answered to the statements of {@code statements.sql}: {@code ok}, or the number of the error. */
final class Answers {
    static final String OK = "ok";

    private static final String FILE = "answers.tsv";
    private static final List<String> COLUMNS = List.of("my57", "my8015", "my8031", "ma1011", "ma114");

    private final Map<String, Map<String, String>> answers = new LinkedHashMap<>();

    static List<String> columns() {
        return COLUMNS;
    }

    /** Those that are recorded. */
    static Answers recorded() {
        return read(Resource.text(FILE));
    }

    private static Answers read(String text) {
        var recorded = new Answers();
        for (String line : text.lines().skip(1).toList()) {
            List<String> row = List.of(line.split("\t", -1));
            Map<String, String> answers = new LinkedHashMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                answers.put(COLUMNS.get(i), row.get(i + 2));
            }
            recorded.answers.put(row.get(0) + "\t" + row.get(1), answers);
        }
        return recorded;
    }

    /** What a server answered; empty when it was not asked. */
    Optional<String> of(Tried tried, String column) {
        return Optional.ofNullable(answers.getOrDefault(tried.key(), Map.of()).get(column))
                .filter(answer -> !answer.isEmpty());
    }

    /** Asks a live server everything; a schema that it refuses leaves its statements out. */
    static Map<String, String> live(LiveServer live) throws SQLException {
        Map<String, String> answers = new LinkedHashMap<>();
        boolean clean = false;
        String schema = "";
        Optional<Connection> session = Optional.empty();
        for (Tried tried : Tried.all()) {
            if (!clean || !tried.schema().equals(schema)) {
                if (session.isPresent()) {
                    session.get().close();
                }
                session = prepared(live, tried);
                schema = tried.schema();
            }
            if (session.isPresent()) {
                Optional<Integer> refusal = LiveServer.refusal(session.get(), tried.sql());
                answers.put(tried.key(), refusal.map(String::valueOf).orElse(OK));
                // what a list refuses may have been carried out in part
                clean = refusal.isPresent() && !tried.sql().startsWith("DROP TABLE");
            }
        }
        if (session.isPresent()) {
            session.get().close();
        }
        return answers;
    }

    private static Optional<Connection> prepared(LiveServer live, Tried tried) throws SQLException {
        live.createDatabase("statements");
        Connection connection = live.connect("statements");
        for (String sql : tried.preparations()) {
            if (LiveServer.refusal(connection, sql).isPresent()) {
                connection.close();
                return Optional.empty();
            }
        }
        return Optional.of(connection);
    }

    /** Puts the answers of one server into the file, which stands among the sources. */
    static void record(String column, Map<String, String> live) throws IOException {
        Path file = Path.of(
                System.getProperty("migralint.root", ".."),
                "analyzer-core/src/test/resources/io/github/migralint/dialect/mysql/truth",
                FILE);
        Answers before = read(Files.readString(file));
        List<String> lines = new ArrayList<>(List.of("schema\tstatement\t" + String.join("\t", COLUMNS)));
        for (Tried tried : Tried.all()) {
            List<String> cells = new ArrayList<>(List.of(tried.schema(), tried.sql()));
            for (String name : COLUMNS) {
                cells.add(
                        name.equals(column)
                                ? live.getOrDefault(tried.key(), "")
                                : before.of(tried, name).orElse(""));
            }
            lines.add(String.join("\t", cells));
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}

package io.github.migralint.dialect.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.fixtures.Histories;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After every file of a history the replayed schema equals the catalog of a server that ran the same files. What a server
 * refuses, because its major does not know it yet or because of what it refused before, was foretold with its SQLSTATE.
 */
class CatalogTest {
    static List<Integer> majors() {
        return Server.majors();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("majors")
    void equalsTheServer(int major) throws Exception {
        Exceptions exceptions = Exceptions.read();
        List<String> unlisted = new ArrayList<>();
        try (Server server = Server.start(major)) {
            for (String history : Histories.POSTGRESQL) {
                differences(server, history).stream()
                        .filter(difference -> !exceptions.hold(history, major, difference))
                        .forEach(difference -> unlisted.add(history + ": " + difference));
            }
        }
        assertThat(unlisted).isEmpty();
    }

    private static List<String> differences(Server server, String history) throws SQLException {
        server.createDatabase(history);
        List<String> differences = new ArrayList<>();
        Map<String, String> files = Histories.postgresql(history);
        try (var catalog = new ServerCatalog(server.connect(history))) {
            var run = new StatementRun(server, history);
            for (Map.Entry<String, String> file : files.entrySet()) {
                run.run(file.getKey(), file.getValue())
                        .forEach(difference -> differences.add(file.getKey() + " " + difference));
                differences(catalog.facts(), ReplayedCatalog.of(run.schema()), server.major())
                        .forEach(difference -> differences.add("after " + file.getKey() + " " + difference));
            }
        }
        assertThat(files).hasSizeGreaterThan(9);
        return differences;
    }

    /** Facts that only one of the two has. */
    private static List<String> differences(Set<Fact> server, Set<Fact> replayed, int major) {
        List<String> differences = new ArrayList<>();
        server.stream().filter(fact -> !replayed.contains(fact)).forEach(fact -> differences.add("server: " + fact));
        replayed.stream()
                .filter(fact -> !server.contains(fact) && Agreement.isKept(fact, major))
                .forEach(fact -> differences.add("replay: " + fact));
        return differences;
    }
}

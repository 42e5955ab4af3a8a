package io.github.migralint.dialect.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.history.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After every file of the histories of a corpus the replayed schema equals the catalog of a server, what the server refuses
 * was foretold, and nothing else was. What differs is listed with its reason.
 */
class CorpusCatalogTest {
    private final List<String> unlisted = new ArrayList<>();
    private final Exceptions exceptions = Exceptions.read();

    static List<Integer> majors() {
        return Server.majors();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("majors")
    void equalsTheServerAfterEveryFile(int major) throws SQLException, IOException {
        List<CorpusHistory> histories = histories(corpus(), major);
        var table = new AgreementTable("Replay against PostgreSQL " + major, "history");
        try (Server server = Server.start(major)) {
            for (CorpusHistory history : histories) {
                run(server, history, table);
            }
        }
        table.publish("replay-" + major);
        assertThat(unlisted).isEmpty();
        List<String> names = histories.stream().map(CorpusHistory::name).toList();
        assertThat(exceptions.unmet(major, names)).as("listed, but not met").isEmpty();
    }

    private static Path corpus() {
        String corpus = System.getProperty("migralint.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus given");
        return Path.of(corpus);
    }

    /** Those that the given corpus has and the major understands. */
    private static List<CorpusHistory> histories(Path corpus, int major) {
        List<CorpusHistory> there = CorpusHistories.ALL.stream()
                .filter(history -> history.name().matches(System.getProperty("only", ".*")))
                .filter(history -> history.oldest() <= major)
                .filter(history -> Files.exists(CorpusMigrations.folder(history, corpus)))
                .toList();
        assertThat(there).isNotEmpty();
        return there;
    }

    private void run(Server server, CorpusHistory history, AgreementTable table) throws SQLException {
        String database = history.name().replace('/', '-');
        server.createDatabase(database);
        var agreement = new Agreement(history, server.major());
        try (var session = new ServerSession(server.connectSimply(database));
                var catalog = new ServerCatalog(server.connect(database))) {
            session.prepare(history.before());
            var run = new HistoryRun(session, catalog, server.major());
            for (Migration migration : CorpusMigrations.of(history, corpus())) {
                HistoryRun.Outcome outcome = run.run(migration);
                var differences = new ArrayList<>(refusals(history, migration, outcome, table));
                differences.addAll(agreement.compare(outcome));
                differences.forEach(difference -> tell(difference, history, migration, server.major(), table));
            }
        }
        server.dropDatabase(database);
        agreement.count(table);
    }

    private void tell(String difference, CorpusHistory history, Migration migration, int major, AgreementTable table) {
        String where = history.name() + " " + migration.path();
        table.difference(difference, where);
        if (!exceptions.hold(history.name(), major, difference)) {
            unlisted.add(difference + " (" + where + ")");
        }
    }

    /** What was refused and not foretold, or foretold and not refused. */
    private static List<String> refusals(
            CorpusHistory history, Migration migration, HistoryRun.Outcome outcome, AgreementTable table) {
        if (outcome.refusal().isEmpty()) {
            int statements = migration.statements().size();
            int alarms = outcome.foretold().size();
            table.count(history.name(), "statements accepted", statements, statements - alarms);
            return outcome.foretold().stream()
                    .map(foretold -> "false alarm: " + foretold)
                    .toList();
        }
        SQLException refusal = outcome.refusal().get();
        boolean told = outcome.foretold().stream()
                .anyMatch(foretold -> foretold.sqlState().equals(refusal.getSQLState()));
        table.count(history.name(), "files refused", told);
        return told ? List.of() : List.of("refused: " + refusal.getSQLState() + " " + firstLine(refusal));
    }

    private static String firstLine(SQLException refusal) {
        return String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
    }
}

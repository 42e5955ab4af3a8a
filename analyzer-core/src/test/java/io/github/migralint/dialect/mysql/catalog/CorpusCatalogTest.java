package io.github.migralint.dialect.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import io.github.migralint.fixtures.AgreementTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After every file of the histories of a corpus the replayed schema equals the catalog of a server. What the server refuses,
 * as MariaDB does with what only MySQL knows, neither side has.
 */
class CorpusCatalogTest {
    @ParameterizedTest
    @EnumSource(
            value = Release.class,
            names = {"MARIADB_INSTALLED", "MYSQL_8_0_31"})
    void equalsTheServerAfterEveryFile(Release release) throws SQLException {
        Path corpus = corpus();
        LiveServer live = LiveServer.of(release);
        var table = new AgreementTable("Replay against " + live, "history");
        var differences = new ArrayList<String>();
        for (CorpusHistory history : CorpusHistory.ALL) {
            if (history.isIn(corpus) && history.name().matches(System.getProperty("only", ".*"))) {
                run(live, history, corpus, table, differences);
            }
        }
        table.publish("replay-" + release.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(table.total("tables").compared()).isPositive();
        assertThat(differences).isEmpty();
    }

    /** The error number and the first words of the statement. */
    private static String beginning(String refusal) {
        return refusal.replaceFirst("^((?:\\S+\\s*){5}).*", "$1").strip();
    }

    private static Path corpus() {
        String corpus = System.getProperty("migralint.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus given");
        return Path.of(corpus);
    }

    private static void run(
            LiveServer live, CorpusHistory history, Path corpus, AgreementTable table, List<String> differences)
            throws SQLException {
        var agreement = new CatalogAgreement();
        try (HistoryRun run = HistoryRun.on(live)) {
            for (CorpusHistory.Part part : history.parts(corpus, live.server())) {
                run.run(part.text(), part.statements());
                String where = history.name() + " " + part.text().path();
                for (String difference : agreement.compare(run)) {
                    table.difference(difference, where);
                    differences.add(difference + " (" + where + ")");
                }
            }
            run.refused().forEach(refusal -> table.difference("refused: " + beginning(refusal), history.name()));
            table.count(
                    history.name(), "statements", run.accepted() + run.refused().size(), run.accepted());
        }
        agreement.count(table, history.name(), "files");
    }
}

package io.github.migralint.dialect.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After every statement of our own the replayed schema equals the catalog of a server that ran the same. */
class CatalogTest {
    @ParameterizedTest
    @EnumSource(Release.class)
    void equalsTheServerAfterEveryStatement(Release release) throws SQLException, IOException {
        LiveServer live = LiveServer.of(release);
        var table = new AgreementTable("Replay of our own statements against " + live, "server");
        var agreement = new CatalogAgreement();
        var differences = new ArrayList<String>();
        try (HistoryRun run = HistoryRun.on(live)) {
            SourceText text = SourceText.of("statements.sql", statements());
            List<Statement> statements = run.dialect()
                    .parse(text, text.span(), run.server().version())
                    .statements();
            for (Statement statement : statements) {
                if (run.run(text, statement)) {
                    agreement
                            .compare(run)
                            .forEach(difference ->
                                    differences.add(difference + "\n  after " + text.slice(statement.span())));
                }
            }
            differences.forEach(difference -> table.difference(difference, live.toString()));
            run.refused().forEach(refusal -> table.difference("refused: " + refusal, live.toString()));
        }
        agreement.count(table, live.toString(), "statements");
        table.publish("replay-own-" + release.name().toLowerCase(Locale.ROOT));
        assertThat(differences).isEmpty();
        assertThat(table.total("statements").compared()).isGreaterThan(100);
    }

    private static String statements() throws IOException {
        try (var stream = Objects.requireNonNull(CatalogTest.class.getResourceAsStream("statements.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

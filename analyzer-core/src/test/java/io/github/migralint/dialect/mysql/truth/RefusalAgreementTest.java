package io.github.migralint.dialect.mysql.truth;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.history.SettingChange;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said to be refused is what servers refuse; what they accept is never said to be. */
class RefusalAgreementTest {
    @Test
    void nothing_that_servers_accept_is_said_to_be_refused() {
        var table = new AgreementTable("Refusals: said and recorded", "schema");
        Answers recorded = Answers.recorded();
        for (Tried tried : Tried.all()) {
            for (String column : Answers.columns()) {
                recorded.of(tried, column).ifPresent(answer -> compare(tried, column, answer, table));
            }
        }
        table.publish("mysql-refusals");
        assertThat(table.differences())
                .filteredOn(difference -> difference.startsWith("wrong"))
                .isEmpty();
        assertThat(table.total("refused").percent()).isGreaterThan(LEAST);
    }

    /** The share of refusals, in percent, that are foreseen with their number. */
    private static final double LEAST = 58;

    private static void compare(Tried tried, String column, String answer, AgreementTable table) {
        Set<String> said = said(tried, requireNonNull(Form.COLUMNS.get(column)));
        boolean accepted = answer.equals(Answers.OK);
        boolean refusedSurely = said.contains("surely");
        if (accepted) {
            table.count(tried.schema(), "accepted", !refusedSurely);
        } else {
            table.count(tried.schema(), "refused", said.contains(answer));
        }
        if (accepted ? refusedSurely : !said.contains(answer)) {
            String kind = accepted ? "wrong" : refusedSurely ? "otherwise" : "unforeseen";
            table.difference(kind + ": " + tried.sql() + ": " + answer + ", said " + said, column);
        }
    }

    /** The numbers of the errors that are said to be possible, and whether one of them is sure. */
    private static Set<String> said(Tried tried, Server server) {
        Dialect dialect = new MysqlDialect(server.flavor());
        SchemaBuilder schema = dialect.emptySchema(true);
        Map<String, String> settings = new HashMap<>();
        String text = String.join(";\n", tried.preparations());
        for (Statement statement : parse(dialect, text, server)) {
            SettingChange.of(statement)
                    .forEach(change -> change.value().ifPresent(value -> settings.put(change.name(), value)));
            dialect.apply(statement, schema, server.version(), Origin.BEFORE_HISTORY);
        }
        Statement statement = parse(dialect, tried.sql(), server).getFirst();
        if (statement instanceof Unparsed) {
            return Set.of("1064", "1800", "1911", "unread");
        }
        var context = new ExecutionContext(false, settings, Set.of());
        Effects effects = dialect.effectsOf(statement, schema.freeze(), server.version(), context);
        var said = new java.util.TreeSet<String>();
        effects.failure().ifPresent(failure -> {
            said.add(failure.sqlState());
            said.add("surely");
        });
        effects.of(Effect.MayFailOnRows.class).forEach(risk -> said.add(risk.sqlState()));
        return said;
    }

    private static List<Statement> parse(Dialect dialect, String sql, Server server) {
        return dialect.parse(SourceText.of("statements.sql", sql), new Span(0, sql.length()), server.version())
                .statements();
    }
}

package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.OnlineWay.Lock;
import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of each form of ALTER TABLE is what servers were seen to do. */
class EffectsAgreementTest {
    private static final String UNREAD = "said nothing";

    @Test
    void what_is_said_of_each_form_is_what_servers_did() {
        var table = new AgreementTable("Ways to alter a table: said and measured", "group");
        for (Form form : Form.all()) {
            Form.COLUMNS.forEach((column, server) -> form.code(column).ifPresent(measured -> {
                String said = said(form, server, measured);
                boolean equal =
                        List.of(measured.replace("Pr", "P").split("\\|", -1)).contains(said);
                table.count(group(form), column, equal);
                if (!equal) {
                    table.difference(form.name() + ": measured " + measured + ", said " + said, column);
                }
            }));
        }
        table.publish("mysql-ways");
        // what the parser does not read is its affair
        assertThat(table.differences())
                .filteredOn(difference -> !difference.endsWith(UNREAD))
                .isEmpty();
    }

    private static String group(Form form) {
        return form.name().contains("partition") ? "partitions" : form.name().split("-", 2)[0];
    }

    private static String said(Form form, Server server, String measured) {
        Dialect dialect = new MysqlDialect(server.flavor());
        SchemaBuilder schema = dialect.emptySchema(true);
        Map<String, String> settings = new HashMap<>();
        for (String sql : form.preparation()) {
            if (sql.contains("foreign_key_checks")) {
                settings.put("foreign_key_checks", "0");
            }
            Statement statement = parse(dialect, sql, server);
            dialect.apply(statement, schema, server.version(), Origin.BEFORE_HISTORY);
        }
        var context = new ExecutionContext(false, settings, Set.of());
        Effects effects =
                dialect.effectsOf(parse(dialect, form.statement(), server), schema.freeze(), server.version(), context);
        return code(effects, measured, demanding(dialect, form, server, schema, context));
    }

    /** The error of the same statement with a demand that every server can fulfil. */
    private static Optional<Effect.Fails> demanding(
            Dialect dialect, Form form, Server server, SchemaBuilder schema, ExecutionContext context) {
        Statement statement = parse(dialect, form.statement("LOCK=EXCLUSIVE"), server);
        return dialect.effectsOf(statement, schema.freeze(), server.version(), context)
                .failure();
    }

    private static Statement parse(Dialect dialect, String sql, Server server) {
        var text = SourceText.of("forms.sql", sql);
        return dialect.parse(text, new Span(0, sql.length()), server.version())
                .statements()
                .getFirst();
    }

    private static String code(Effects effects, String measured, Optional<Effect.Fails> demanding) {
        List<String> rowErrors = effects.of(Effect.MayFailOnRows.class).stream()
                .map(risk -> "E" + risk.sqlState())
                .toList();
        if (rowErrors.contains(measured)) {
            return measured;
        }
        if (effects.failure().isPresent()) {
            Effect.Fails failure = effects.failure().get();
            return failure.cause() == Effect.Fails.Cause.NOT_IN_VERSION ? "-" : "E" + failure.sqlState();
        }
        List<OnlineWay> ways = new ArrayList<>(effects.of(Effect.ChangesTable.class).stream()
                .map(Effect.ChangesTable::way)
                .toList());
        if (ways.isEmpty()) {
            return "nothing";
        }
        OnlineWay way = ways.stream().reduce(OnlineWay::and).orElseThrow();
        if (!way.demandable()) {
            return demanding.isPresent() ? "D" : "A";
        }
        return code(way);
    }

    private static String code(OnlineWay way) {
        String stops = way.lock() == Lock.EXCLUSIVE ? "X" : way.lock() == Lock.SHARED ? "S" : "";
        return switch (way.algorithm()) {
            case INSTANT -> "I" + stops;
            case NOCOPY -> "N" + stops;
            case INPLACE -> "P" + (way.rebuilds() ? "R" : "") + stops;
            case COPY -> way.lock() == Lock.NONE ? "CN" : "C";
        };
    }
}

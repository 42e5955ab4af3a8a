package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.history.SettingChange;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks what the last statement of a script does on a server. */
final class Asked {
    private final Dialect dialect;
    private final Version version;
    private final boolean complete;

    private Asked(Flavor flavor, String version, boolean complete) {
        this.dialect = new MysqlDialect(flavor);
        this.version = Version.parse(version).orElseThrow();
        this.complete = complete;
    }

    static Asked mysql(String version) {
        return new Asked(Flavor.MYSQL, version, true);
    }

    static Asked mariadb(String version) {
        return new Asked(Flavor.MARIADB, version, true);
    }

    /** The same where the history does not show everything. */
    static Asked mysqlWithoutHistory(String version) {
        return new Asked(Flavor.MYSQL, version, false);
    }

    Effects effects(String script) {
        SchemaBuilder schema = dialect.emptySchema(complete);
        Map<String, String> settings = new HashMap<>();
        List<Statement> statements = dialect.parse(
                        SourceText.of("script.sql", script), new Span(0, script.length()), version)
                .statements();
        for (Statement statement : statements.subList(0, statements.size() - 1)) {
            SettingChange.of(statement)
                    .forEach(change -> change.value().ifPresent(value -> settings.put(change.name(), value)));
            dialect.apply(statement, schema, version, Origin.BEFORE_HISTORY);
        }
        var context = new ExecutionContext(false, settings, Set.of());
        return dialect.effectsOf(statements.getLast(), schema.freeze(), version, context);
    }

    /** The algorithms of the clauses, in order; behind them that of all together where that is dearer. */
    List<String> algorithms(String script) {
        return effects(script).of(Effect.ChangesTable.class).stream()
                .map(change -> change.way().algorithm() + (change.way().rebuilds() ? " rebuild" : ""))
                .toList();
    }

    /** The number of the error that is sure. */
    String refusal(String script) {
        return effects(script).failure().map(Effect.Fails::sqlState).orElse("none");
    }

    /** The locks on tables: mode, table and how long. */
    List<String> locks(String script) {
        return effects(script).of(Effect.TakesLock.class).stream()
                .map(lock -> lock.mode().name() + " " + lock.relation().name() + " " + lock.hold())
                .toList();
    }
}

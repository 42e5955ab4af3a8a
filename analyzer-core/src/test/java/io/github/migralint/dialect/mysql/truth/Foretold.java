package io.github.migralint.dialect.mysql.truth;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.stream.Stream;

/** What Migralint says of the last statement of a script on one server. */
final class Foretold {
    private final Step step;

    private Foretold(Step step) {
        this.step = step;
    }

    static Foretold of(String script, Server server) {
        var dialect = new MysqlDialect(server.flavor());
        var engine = new Engine(dialect.name(), dialect.label(), server.version());
        SourceText text = SourceText.of("script.sql", script);
        List<Statement> statements =
                dialect.parse(text, text.span(), server.version()).statements();
        var alone = new Transaction(TransactionMode.NONE, "statement by statement");
        var migration = new Migration(
                0,
                text,
                List.of(new Script(statements, List.of(), List.of(), List.of())),
                "",
                Direction.UP,
                alone,
                true);
        return new Foretold(new Replay(dialect, engine, true, ReleaseMode.EACH)
                .steps(migration)
                .getLast());
    }

    Effects effects() {
        return step.effects();
    }

    /** The errors that it may give, depending on the rows or not. */
    List<String> errors() {
        return Stream.concat(
                        effects().of(Effect.Fails.class).stream().map(Effect.Fails::sqlState),
                        effects().of(Effect.MayFailOnRows.class).stream().map(Effect.MayFailOnRows::sqlState))
                .toList();
    }
}

package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.effect.Effect;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A history of our own on a server and in a replay, statement by statement; what the server refuses neither has. */
final class StatementRun {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private final Server server;
    private final String database;
    private final Engine engine;
    private final List<Migration> accepted = new ArrayList<>();
    private Replay replay;

    StatementRun(Server server, String database) {
        this.server = server;
        this.database = database;
        this.engine = new Engine(DIALECT.name(), DIALECT.label(), new Version(server.major(), 0));
        this.replay = newReplay();
    }

    private Replay newReplay() {
        return new Replay(DIALECT, engine, true, ReleaseMode.EACH);
    }

    /** Runs a file in a session of its own; what comes back was refused and not foretold, or the other way round. */
    List<String> run(String name, String sql) throws SQLException {
        SourceText text = SourceText.of(name, sql);
        List<Statement> statements =
                DIALECT.parse(text, text.span(), DIALECT.defaultVersion()).statements();
        Map<Integer, String> refused = onServer(text, statements);
        Map<Integer, String> foretold = foretold(migration(text, statements));
        List<Statement> kept = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String told = foretold.getOrDefault(i, "");
            String refusal = refused.getOrDefault(i, "");
            if (refusal.isEmpty()) {
                kept.add(statements.get(i));
            }
            if (!told.equals(refusal)) {
                differences.add("foretold '%s', refused '%s': %s"
                        .formatted(told, refusal, text.slice(statements.get(i).span())));
            }
        }
        accepted.add(migration(text, kept));
        replay = newReplay();
        accepted.forEach(replay::apply);
        return differences;
    }

    /** The schema after what the server accepted. */
    Schema schema() {
        return replay.schema();
    }

    /** The SQLSTATE of each statement that it refuses. */
    private Map<Integer, String> onServer(SourceText text, List<Statement> statements) throws SQLException {
        Map<Integer, String> refused = new HashMap<>();
        try (Connection connection = server.connect(database);
                var run = connection.createStatement()) {
            for (int i = 0; i < statements.size(); i++) {
                try {
                    run.execute(text.slice(statements.get(i).span()));
                } catch (SQLException refusal) {
                    refused.put(i, String.valueOf(refusal.getSQLState()));
                }
            }
        }
        return refused;
    }

    private Map<Integer, String> foretold(Migration migration) {
        Map<Integer, String> foretold = new HashMap<>();
        for (Step step : replay.steps(migration)) {
            step.effects().failure().map(Effect.Fails::sqlState).ifPresent(state -> foretold.put(step.index(), state));
        }
        return foretold;
    }

    private Migration migration(SourceText text, List<Statement> statements) {
        var script = new Script(statements, List.of(), List.of(), List.of());
        var alone = new Transaction(TransactionMode.NONE, "statement by statement");
        return new Migration(accepted.size(), text, List.of(script), "", Direction.UP, alone, true);
    }
}

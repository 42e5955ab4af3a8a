package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One history on a server and in a replay at once, file by file. */
final class HistoryRun {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private final ServerSession session;
    private final ServerCatalog catalog;
    private final Engine engine;
    private final List<Migration> accepted = new ArrayList<>();
    private Replay replay;

    HistoryRun(ServerSession session, ServerCatalog catalog, int major) {
        this.session = session;
        this.catalog = catalog;
        this.engine = new Engine(DIALECT.name(), DIALECT.label(), new Version(major, 0));
        this.replay = newReplay();
    }

    /**
     * What a file did.
     *
     * @param refusal why the server refused it, if it did
     * @param foretold the errors that the replay saw coming, each with its statement
     * @param server what the server has after it
     * @param schema what the replay has after it
     * @param uncertain names of objects of which the replay claims nothing
     */
    record Outcome(
            Optional<SQLException> refusal,
            List<Foretold> foretold,
            Set<Fact> server,
            Schema schema,
            Set<String> uncertain) {}

    /**
     * An error that the server must give.
     *
     * @param sqlState which
     * @param index the place of the statement in its file
     * @param statement the statement that it refuses, on one line
     */
    record Foretold(String sqlState, int index, String statement) {
        @Override
        public String toString() {
            return sqlState + " for: " + statement;
        }
    }

    private Replay newReplay() {
        return new Replay(DIALECT, engine, true, ReleaseMode.EACH);
    }

    /** Runs a file on both sides; what the server refuses leaves no trace in the replay either. */
    Outcome run(Migration migration) throws SQLException {
        Optional<SQLException> refusal = session.run(migration);
        List<Foretold> foretold = replay.steps(migration).stream()
                .flatMap(step -> foretold(step).stream())
                .toList();
        accepted.add(refusal.isPresent() ? committed(migration, foretold) : migration);
        if (refusal.isPresent()) {
            replay = newReplay();
            accepted.forEach(replay::apply);
        }
        return new Outcome(refusal, foretold, catalog.facts(), replay.schema(), replay.uncertainNames());
    }

    /** What is left of a refused file: what it committed itself before the first statement that fails. */
    private static Migration committed(Migration migration, List<Foretold> foretold) {
        List<Statement> statements = migration.statements();
        int failing = foretold.isEmpty() ? 0 : foretold.getFirst().index();
        int end = failing;
        while (end > 0 && !isCommit(statements.get(end - 1))) {
            end--;
        }
        var kept = new Script(statements.subList(0, end), List.of(), List.of(), List.of());
        return new Migration(
                migration.ordinal(),
                migration.text(),
                List.of(kept),
                migration.version(),
                migration.direction(),
                migration.transaction(),
                migration.underReview());
    }

    private static boolean isCommit(Statement statement) {
        return statement instanceof TransactionControl control && control.action() == TransactionControl.Action.COMMIT;
    }

    private static Optional<Foretold> foretold(Step step) {
        Optional<String> fails = step.effects().failure().map(Effect.Fails::sqlState);
        Optional<String> forbidden = step.transaction().open()
                ? step.effects().of(Effect.ForbiddenInTransaction.class).stream()
                        .map(Effect.ForbiddenInTransaction::sqlState)
                        .findFirst()
                : Optional.empty();
        return fails.or(() -> forbidden).map(sqlState -> new Foretold(sqlState, step.index(), line(step)));
    }

    private static String line(Step step) {
        String text = step.migration().text().slice(step.statement().span()).replaceAll("\\s+", " ");
        return text.length() > 120 ? text.substring(0, 120) + " …" : text;
    }
}

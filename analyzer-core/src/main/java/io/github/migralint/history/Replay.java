package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Engine;
import io.github.migralint.effect.Consequences;
import io.github.migralint.effect.Effects;
import io.github.migralint.framework.Direction;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Plays migrations one after the other on a schema that starts empty, or unknown. Each migration runs in a session of its
 * own. Migrations that go back are never played: they would undo what the next one builds on.
 */
public final class Replay {
    private final Dialect dialect;
    private final Engine engine;
    private final SchemaBuilder schema;
    private final Chronicle chronicle = new Chronicle();
    private final ReleaseLog release;

    /**
     * Begins a replay.
     *
     * @param dialect the dialect of all migrations
     * @param engine the server they are meant for
     * @param complete whether the history starts from an empty database
     * @param mode what goes live together
     */
    public Replay(Dialect dialect, Engine engine, boolean complete, ReleaseMode mode) {
        this.dialect = dialect;
        this.engine = engine;
        this.schema = dialect.emptySchema(complete);
        this.release = new ReleaseLog(mode);
    }

    /** The schema after what was played until now. */
    public Schema schema() {
        return schema.freeze();
    }

    /** Names of objects that something not understood may have changed. */
    public Set<String> uncertainNames() {
        return schema.uncertainNames();
    }

    /** What happened until now. */
    public Timeline timeline() {
        return chronicle.untilNow();
    }

    /** Plays a migration as mere history: nothing is kept but the schema and the timeline. */
    public void apply(Migration migration) {
        if (migration.direction() != Direction.UP) {
            return;
        }
        List<Statement> statements = migration.statements();
        var transaction = new TransactionTracker(migration, statements.size(), schema);
        for (Statement statement : statements) {
            transaction.before(statement);
            observe(statement, migration, transaction, Effects.NONE);
        }
        transaction.finish();
        release.passed();
    }

    /** Plays a migration under review: each statement becomes a step. */
    public List<Step> steps(Migration migration) {
        if (migration.direction() != Direction.UP) {
            return List.of();
        }
        release.begin(migration);
        List<Statement> statements = migration.statements();
        var transaction = new TransactionTracker(migration, statements.size(), schema);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < statements.size(); i++) {
            steps.add(step(migration, i, statements, transaction));
        }
        transaction.finish();
        release.end();
        return steps;
    }

    private Step step(Migration migration, int index, List<Statement> statements, TransactionTracker transaction) {
        Statement statement = statements.get(index);
        Schema before = schema.freeze();
        TransactionState state = transaction.state();
        Release live = release.current();
        Timeline past = chronicle.untilNow();
        Effects effects = dialect.effectsOf(statement, before, engine.version(), transaction.context())
                .plus(Consequences.of(statement, before));
        transaction.before(statement);
        observe(statement, migration, transaction, effects);
        return new Step(
                engine,
                migration,
                index,
                statement,
                before,
                schema.freeze(),
                effects,
                state,
                live,
                past,
                statements.subList(index + 1, statements.size()),
                dialect::quote);
    }

    /** Applies a statement and writes down what happened. */
    private void observe(Statement statement, Migration migration, TransactionTracker transaction, Effects effects) {
        Schema before = schema.freeze();
        Origin origin = origin(statement, migration);
        dialect.apply(statement, schema, origin);
        transaction.control(statement);
        var objects = new Observer(before, schema.freeze(), schema.takeTouched(), origin);
        var rows = new RowObserver(statement, schema.freeze(), origin);
        chronicle.addAll(objects.events());
        chronicle.addAll(rows.events());
        release.born(objects.born());
        rows.takenOver().forEach(release::filled);
        transaction.keep(statement, effects, objects.born());
    }

    private static Origin origin(Statement statement, Migration migration) {
        int line = migration.text().position(statement.span().start()).line();
        return new Origin(migration.ordinal(), migration.path(), line);
    }
}

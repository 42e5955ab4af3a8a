package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Engine;
import io.github.migralint.effect.Consequences;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.Span;
import java.util.List;

/**
 * One migration while it runs.
 *
 * @param dialect its dialect
 * @param engine the server it is meant for
 * @param migrations all migrations of the history, where they are known
 * @param migration the migration
 * @param schema the schema, which it changes
 * @param chronicle what happened, which it continues
 * @param release what goes live together
 * @param transaction the transactions of its session
 * @param deployment the database besides its schema
 * @param consistent whether its migrations, run one after the other, can have made the schema
 */
record Session(
        Dialect dialect,
        Engine engine,
        List<Migration> migrations,
        Migration migration,
        SchemaBuilder schema,
        Chronicle chronicle,
        ReleaseLog release,
        TransactionTracker transaction,
        Deployment deployment,
        boolean consistent) {
    /**
     * What a statement would do now, what stands inside it left out; what is refused does nothing to data and clients. In
     * a history that contradicts itself, what only its earlier migrations forbid puts them in doubt, and not the statement.
     */
    Effects effectsOf(Statement statement) {
        Effects effects = effectsNow(statement);
        if (consistent || !contradicts(statement, effects)) {
            return effects;
        }
        effects.failure().ifPresent(failure -> new Doubt(schema).afterRefusal(statement, failure));
        return effectsNow(statement).withoutFailure();
    }

    /** Whether a statement is refused for what the history has made, or not made, until now. */
    boolean contradicts(Statement statement, Effects effects) {
        return effects.failure().isPresent()
                && dialect.effectsOf(
                                statement, dialect.emptySchema(false).freeze(), engine.version(), transaction.context())
                        .failure()
                        .isEmpty();
    }

    private Effects effectsNow(Statement statement) {
        Schema before = schema.freeze();
        ExecutionContext context = transaction.context();
        Effects effects = dialect.effectsOf(statement, before, engine.version(), context);
        return effects.refusedIn(context.inTransaction()) ? effects : effects.plus(Consequences.of(statement, before));
    }

    /** Applies a statement and writes down what happened; what stands inside it is left out. */
    void run(Statement statement, Span place, Effects effects) {
        Schema before = schema.freeze();
        Origin origin = origin(place);
        transaction.before(statement);
        dialect.apply(statement, schema, engine.version(), origin);
        effects.failure().ifPresent(failure -> new Doubt(schema).afterRefusal(statement, failure));
        transaction.control(statement);
        var objects = new Observer(before, schema.freeze(), schema.takeTouched(), origin);
        var rows = new RowObserver(statement, schema.freeze(), origin);
        chronicle.addAll(objects.events());
        chronicle.addAll(rows.events());
        release.born(objects.born());
        rows.takenOver().forEach(release::filled);
        transaction.keep(statement, origin, effects, objects.born());
    }

    /** Keeps the locks of a statement that fails, which may be caught. */
    void keep(Statement statement, Span place, Effects effects) {
        transaction.keep(statement, origin(place), effects, List.of());
    }

    /** Writes down what a return to an earlier state means for the objects. */
    void observe(Schema before, Span place) {
        chronicle.addAll(new Observer(before, schema.freeze(), schema.takeTouched(), origin(place)).events());
    }

    private Origin origin(Span place) {
        int line = migration.text().position(place.start()).line();
        return new Origin(migration.ordinal(), migration.path(), line);
    }
}

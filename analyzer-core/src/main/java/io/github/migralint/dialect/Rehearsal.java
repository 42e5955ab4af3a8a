package io.github.migralint.dialect;

import io.github.migralint.ast.Statement;
import io.github.migralint.effect.CombinedEffects;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import java.util.Optional;

/** Runs statements, with all that stands inside them, on a schema: no history is written and no step is kept. */
public final class Rehearsal implements Execution {
    private final Dialect dialect;
    private final Version version;
    private final ExecutionContext context;
    private final SchemaBuilder schema;
    private final Origin origin;
    private final CombinedEffects effects = new CombinedEffects();
    private final int depth;

    private Rehearsal(
            Dialect dialect,
            Version version,
            ExecutionContext context,
            SchemaBuilder schema,
            Origin origin,
            int depth) {
        this.dialect = dialect;
        this.version = version;
        this.context = context;
        this.schema = schema;
        this.origin = origin;
        this.depth = depth;
    }

    private record State(SchemaBuilder.Mark mark) implements Moment {
        @Override
        public Schema schema() {
            return mark.state();
        }
    }

    /** What a statement does with all that stands inside it, given the schema before it, which stays as it is. */
    public static Effects effectsOf(
            Statement statement, Schema before, Dialect dialect, Version version, ExecutionContext context) {
        Effects own = dialect.effectsOf(statement, before, version, context);
        if (own.failure().isPresent() || !dialect.hosts(statement, before)) {
            return own;
        }
        var rehearsal = new Rehearsal(
                dialect, version, context.inside(), SchemaBuilder.trial(before), Origin.BEFORE_HISTORY, 1);
        return rehearsal.inside(statement, own);
    }

    /** Brings a schema from before a statement, with all that stands inside it, to after it. */
    public static void apply(
            Statement statement, SchemaBuilder schema, Dialect dialect, Version version, Origin origin) {
        Schema before = schema.now();
        dialect.apply(statement, schema, version, origin);
        if (dialect.hosts(statement, before)) {
            new Rehearsal(dialect, version, ExecutionContext.ALONE.inside(), schema, origin, 1)
                    .inside(statement, Effects.NONE);
        }
    }

    private Effects inside(Statement host, Effects own) {
        SchemaBuilder.Mark begin = schema.mark();
        effects.add(own, true);
        Optional<Effect.Fails> failure = dialect.run(host, this);
        if (failure.isPresent()) {
            schema.rollbackTo(begin);
        }
        return effects.all(failure);
    }

    @Override
    public Schema schema() {
        return schema.now();
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public Effects run(EmbeddedStatement embedded) {
        Statement statement = embedded.statement();
        Schema before = schema.now();
        Effects own = dialect.effectsOf(statement, before, version, context).asInTransaction();
        if (own.failure().isEmpty()) {
            dialect.apply(statement, schema, version, origin);
            if (dialect.hosts(statement, before)) {
                own = new Rehearsal(dialect, version, context, schema, origin, depth + 1).inside(statement, own);
            }
        }
        effects.add(own, embedded.certain());
        return own;
    }

    @Override
    public Moment now() {
        return new State(schema.mark());
    }

    @Override
    public void returnTo(Moment moment) {
        if (moment instanceof State(SchemaBuilder.Mark mark)) {
            schema.rollbackTo(mark);
        }
    }

    @Override
    public void unsure(Moment one, Moment other) {
        schema.markDifferenceUncertain(one.schema(), other.schema());
    }
}

package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.dialect.EmbeddedStatement;
import io.github.migralint.dialect.Execution;
import io.github.migralint.effect.CombinedEffects;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Span;
import java.util.Optional;

/** Runs what stands inside a statement of a migration, in one transaction with it. */
final class InnerRun implements Execution {
    private final Session session;
    private final Span place;
    private final Optional<InnerSteps> steps;
    private final int depth;
    private final CombinedEffects effects = new CombinedEffects();

    /**
     * A run.
     *
     * @param session the migration
     * @param place where the outermost statement stands
     * @param steps where its statements become steps, if they do
     * @param depth how many statements run around its statements
     */
    InnerRun(Session session, Span place, Optional<InnerSteps> steps, int depth) {
        this.session = session;
        this.place = place;
        this.steps = steps;
        this.depth = depth;
    }

    private record State(TransactionTracker.Moment moment) implements Moment {
        @Override
        public Schema schema() {
            return moment.schema().state();
        }
    }

    /** What a statement does that was applied itself, with all that stands inside it. */
    Effects of(Statement host, Effects own) {
        effects.add(own, true);
        Moment begin = now();
        boolean alone = session.transaction().enter();
        Optional<Effect.Fails> failure = session.dialect().run(host, this);
        if (failure.isPresent() && !alone) {
            returnTo(begin);
        }
        Schema before = session.schema().freeze();
        session.transaction().leave(alone, failure.isEmpty());
        session.observe(before, place);
        return effects.all(failure);
    }

    @Override
    public Schema schema() {
        return session.schema().freeze();
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public Effects run(EmbeddedStatement embedded) {
        Statement statement = embedded.statement();
        Schema before = schema();
        Optional<StepMaker.Start> start = steps.map(InnerSteps::start);
        Effects own = statement instanceof TransactionControl control
                ? session.transaction().refusalInside(control)
                : session.effectsOf(statement).asInTransaction();
        if (own.failure().isPresent()) {
            session.keep(statement, place, own);
        } else {
            // What stands in another file belongs to the place of the call.
            Span here = steps.isPresent() ? embedded.place() : place;
            session.run(statement, here, own);
            if (session.dialect().hosts(statement, before)) {
                own = new InnerRun(session, here, Optional.empty(), depth + 1).of(statement, own);
            }
        }
        effects.add(own, embedded.certain());
        Effects all = own;
        steps.ifPresent(s -> s.add(embedded, start.orElseThrow(), all));
        return own;
    }

    @Override
    public Moment now() {
        return new State(session.transaction().now());
    }

    @Override
    public void returnTo(Moment moment) {
        if (moment instanceof State(TransactionTracker.Moment earlier)) {
            Schema before = schema();
            session.transaction().returnTo(earlier);
            session.observe(before, place);
        }
    }

    @Override
    public void unsure(Moment one, Moment other) {
        session.schema().markDifferenceUncertain(one.schema(), other.schema());
    }
}

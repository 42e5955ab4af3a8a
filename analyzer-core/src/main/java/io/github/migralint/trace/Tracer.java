package io.github.migralint.trace;

import io.github.migralint.ast.Unparsed;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Embedding;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.history.TableSizes;
import io.github.migralint.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws traces from steps and keeps them, not the steps. */
public final class Tracer implements Recorder {
    private final List<Trace> traces = new ArrayList<>();

    @Override
    public void record(Migration migration, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        List<TracedTransaction> transactions = Transactions.of(migration, steps);
        traces.add(new Trace(
                steps.getFirst().engine(),
                migration.text(),
                migration.version(),
                migration.transaction(),
                steps.stream().map(Tracer::statement).toList(),
                transactions,
                new Locks(steps, transactions).all(),
                SchemaDifference.between(
                        steps.getFirst().before(), steps.getLast().after())));
    }

    /** What was recorded, in the order in which it was played. */
    public List<Trace> traces() {
        return List.copyOf(traces);
    }

    private static TracedStatement statement(Step step) {
        return new TracedStatement(
                step.place(step.statement().span()),
                step.text(),
                step.statement().span(),
                step.embedding().flatMap(Embedding::condition),
                step.embedding().isPresent(),
                refusal(step),
                !(step.statement() instanceof Unparsed),
                step.effects().certain(),
                work(step));
    }

    private static Optional<String> refusal(Step step) {
        if (!step.refused()) {
            return Optional.empty();
        }
        return Optional.of(step.effects()
                .failure()
                .map(Effect.Fails::reason)
                .orElse("The engine refuses this statement inside a transaction."));
    }

    private static List<TracedWork> work(Step step) {
        var work = new ArrayList<TracedWork>();
        if (step.refused()) {
            return work;
        }
        for (Effect effect : step.effects().all()) {
            if (effect instanceof Effect.ScansTable scan) {
                work.add(work(Work.SCAN, scan.relation(), scan.reason(), step));
            } else if (effect instanceof Effect.RewritesTable rewrite) {
                TracedWork rewriting = work(Work.REWRITE, rewrite.relation(), rewrite.reason(), step);
                boolean grows = rewriting.grows() && !rewrite.emptied();
                work.add(new TracedWork(rewriting.kind(), rewriting.relation(), rewriting.detail(), grows));
            } else if (effect instanceof Effect.BuildsIndex build) {
                work.add(work(Work.INDEX_BUILD, build.table(), build.index().name(), step));
            }
        }
        work.removeIf(one -> one.kind() == Work.SCAN && isReadAnyway(one.relation(), work));
        return work;
    }

    /** What rewrites a table, or builds an index of it, reads it. */
    private static boolean isReadAnyway(String relation, List<TracedWork> work) {
        return work.stream()
                .anyMatch(one -> one.kind() != Work.SCAN && one.relation().equals(relation));
    }

    private static TracedWork work(Work kind, RelationKey relation, String detail, Step step) {
        boolean small = relation.id()
                .flatMap(step.before()::object)
                .map(SchemaObject::name)
                .filter(name -> step.deployment().tables().of(name) == TableSizes.Size.SMALL)
                .isPresent();
        return new TracedWork(kind, relation.name(), detail, step.inUse(relation) && !small);
    }
}

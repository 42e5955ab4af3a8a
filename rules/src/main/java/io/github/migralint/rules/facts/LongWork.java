package io.github.migralint.rules.facts;

import io.github.migralint.ast.Vacuum;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.history.TableSizes.Size;
import io.github.migralint.schema.SchemaObject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work of a statement that grows with a table which was there before the release, whatever its locks.
 *
 * @param table the table that is worked through
 * @param kind what is done with it
 */
public record LongWork(RelationKey table, Work kind) {
    /** The heaviest work of a step; none on tables that are new or said to be small, nor in ANALYZE, which takes samples. */
    public static Optional<LongWork> of(Step step) {
        if (step.statement() instanceof Vacuum) {
            return Optional.empty();
        }
        return Stream.of(rewrites(step), builds(step), scans(step))
                .flatMap(work -> work)
                .filter(work -> isBig(step, work.table()))
                .findFirst();
    }

    private static Stream<LongWork> rewrites(Step step) {
        return step.effects().of(Effect.RewritesTable.class).stream()
                .filter(rewrite -> !rewrite.emptied())
                .map(rewrite -> new LongWork(rewrite.relation(), Work.REWRITE));
    }

    private static Stream<LongWork> builds(Step step) {
        return step.effects().of(Effect.BuildsIndex.class).stream()
                .map(build -> new LongWork(build.table(), Work.INDEX_BUILD));
    }

    private static Stream<LongWork> scans(Step step) {
        return step.effects().of(Effect.ScansTable.class).stream()
                .map(scan -> new LongWork(scan.relation(), Work.SCAN));
    }

    private static boolean isBig(Step step, RelationKey table) {
        boolean small = table.id()
                .flatMap(step.before()::object)
                .map(SchemaObject::name)
                .filter(name -> step.deployment().tables().of(name) == Size.SMALL)
                .isPresent();
        return !small && Serving.clients(step, table);
    }

    /** {@code every row of orders is read}. */
    public String words() {
        return switch (kind) {
            case SCAN -> "every row of " + table.name() + " is read";
            case INDEX_BUILD -> "an index of " + table.name() + " is built";
            case REWRITE -> "every row of " + table.name() + " is written anew";
            case NONE -> "nothing is done";
        };
    }
}

package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.LongWork;
import java.util.Optional;

/**
 * A statement that changes rows and takes longer the more there are.
 *
 * @param table the table whose rows it changes
 * @param work the work that takes long
 */
record Backfill(QualifiedName table, LongWork work) {
    /** The backfill that a step is. */
    static Optional<Backfill> of(Step step) {
        return table(step.statement()).flatMap(table -> LongWork.of(step).map(work -> new Backfill(table, work)));
    }

    private static Optional<QualifiedName> table(Statement statement) {
        return switch (statement) {
            case Update update -> Optional.of(update.table());
            case Delete delete -> Optional.of(delete.table());
            case Insert insert -> Optional.of(insert.table());
            case Merge merge -> Optional.of(merge.table());
            default -> Optional.empty();
        };
    }

    /** {@code UPDATE}. */
    static String verb(Statement statement) {
        return switch (statement) {
            case Update ignored -> "UPDATE";
            case Delete ignored -> "DELETE";
            case Insert ignored -> "INSERT";
            default -> "MERGE";
        };
    }
}

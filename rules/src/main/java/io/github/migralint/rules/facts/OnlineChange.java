package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import java.util.List;
import java.util.Optional;

/**
 * A statement that changes a table in use on an engine that lets its author say how.
 *
 * @param table the table
 * @param options how it must be carried out, where that is demanded
 * @param changes its clauses, at least one
 */
public record OnlineChange(RelationKey table, OnlineOptions options, List<Effect.ChangesTable> changes) {
    public OnlineChange {
        changes = List.copyOf(changes);
    }

    /** That of a step. */
    public static Optional<OnlineChange> of(Step step) {
        List<Effect.ChangesTable> changes = step.effects().of(Effect.ChangesTable.class);
        if (changes.isEmpty() || !Serving.clients(step, changes.getFirst().relation())) {
            return Optional.empty();
        }
        return Optional.of(new OnlineChange(changes.getFirst().relation(), options(step.statement()), changes));
    }

    /** What a statement demands of how it is carried out. */
    public static OnlineOptions options(Statement statement) {
        return switch (statement) {
            case AlterTable alter -> alter.online();
            case CreateIndex index -> index.online();
            case DropObject drop -> drop.online();
            default -> OnlineOptions.NONE;
        };
    }

    /** The best way for all its clauses at once. */
    public OnlineWay way() {
        return changes.stream()
                .map(Effect.ChangesTable::way)
                .reduce(OnlineWay::and)
                .orElseThrow();
    }
}

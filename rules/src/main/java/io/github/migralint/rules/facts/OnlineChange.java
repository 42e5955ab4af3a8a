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
import java.util.stream.Stream;

/**
 * A statement that changes a table in use on an engine that lets its author say how.
 *
 * @param table the table
 * @param options how it must be carried out, where that is demanded
 * @param changes its clauses, each as dear as it is alone, at least one
 * @param together all of it, where that is dearer than the dearest clause
 */
public record OnlineChange(
        RelationKey table, OnlineOptions options, List<Effect.ChangesTable> changes, Optional<OnlineWay> together) {
    public OnlineChange {
        changes = List.copyOf(changes);
    }

    /** That of a step. */
    public static Optional<OnlineChange> of(Step step) {
        List<Effect.ChangesTable> changes = step.effects().of(Effect.ChangesTable.class);
        if (changes.isEmpty() || !Serving.clients(step, changes.getFirst().relation())) {
            return Optional.empty();
        }
        return Optional.of(new OnlineChange(
                changes.getFirst().relation(),
                options(step.statement()),
                changes.stream().filter(change -> !isOfAll(step, change)).toList(),
                changes.stream()
                        .filter(change -> isOfAll(step, change))
                        .map(Effect.ChangesTable::way)
                        .findFirst()));
    }

    /** Whether it is about all clauses together, and not about one of them. */
    static boolean isOfAll(Step step, Effect.ChangesTable change) {
        return step.statement() instanceof AlterTable alter && change.place().equals(alter.span());
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
        return Stream.concat(changes.stream().map(Effect.ChangesTable::way), together.stream())
                .reduce(OnlineWay::and)
                .orElseThrow();
    }
}

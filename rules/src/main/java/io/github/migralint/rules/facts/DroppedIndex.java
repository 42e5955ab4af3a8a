package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Index;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An index that a statement drops by its name from a table which serves clients.
 *
 * @param table the table
 * @param name the index
 * @param index what the history knows of it
 * @param place the clause that drops it
 */
public record DroppedIndex(QualifiedName table, String name, Optional<Index> index, Span place) {
    /** Those of DROP INDEX, alone or in ALTER TABLE, that were there before the release. */
    public static List<DroppedIndex> of(Step step) {
        return named(step)
                .filter(dropped -> Serving.clients(step, dropped.table()))
                .filter(dropped -> dropped.index()
                        .filter(index -> step.release().includes(index.origin()))
                        .isEmpty())
                .filter(dropped -> dropped.index().isPresent()
                        || step.before().table(dropped.table()).isEmpty())
                .toList();
    }

    private static Stream<DroppedIndex> named(Step step) {
        if (step.statement() instanceof AlterTable alter) {
            return alter.actions().stream()
                    .filter(MysqlAction.DropIndex.class::isInstance)
                    .map(MysqlAction.DropIndex.class::cast)
                    .map(drop -> of(step, alter.name(), drop.index().value(), drop.span()));
        }
        if (step.statement() instanceof DropObject drop && drop.kind() == ObjectKind.INDEX) {
            return drop.objects().stream()
                    .flatMap(object -> object.on().stream()
                            .map(table -> of(step, table, object.name().name(), object.span())));
        }
        return Stream.of();
    }

    private static DroppedIndex of(Step step, QualifiedName table, String name, Span place) {
        Optional<Index> index = step.before().table(table).stream()
                .flatMap(found -> step.before().indexesOf(found.id()).stream())
                .filter(found -> found.name().name().equalsIgnoreCase(name))
                .findFirst();
        return new DroppedIndex(table, name, index, place);
    }
}

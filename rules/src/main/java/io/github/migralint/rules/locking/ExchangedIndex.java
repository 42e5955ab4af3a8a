package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.DroppedIndex;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An index that a statement drops from a table by name, and a later statement of the migration that builds one which begins
 * with the same columns.
 *
 * @param dropped the index that goes
 * @param later the statement that builds the other one
 * @param replacement the other one
 */
record ExchangedIndex(DroppedIndex dropped, Statement later, NewIndex replacement) {
    /** Those of a step, where no index that stays does the work in between. */
    static List<ExchangedIndex> of(Step step) {
        var found = new ArrayList<ExchangedIndex>();
        for (DroppedIndex dropped : DroppedIndex.of(step)) {
            Optional<Table> table = step.before().table(dropped.table());
            Optional<Index> index = dropped.index();
            if (table.isPresent() && index.isPresent() && !isCovered(step, index.get())) {
                List<String> columns = columns(table.get(), index.get());
                later(step, dropped, columns)
                        .max(Comparator.comparingInt(exchanged -> exchanged.likeness(columns)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<String> columns(Table table, Index index) {
        return index.parts().stream()
                .flatMap(part -> part.column().stream())
                .flatMap(id -> table.column(id).stream())
                .map(column -> column.name())
                .toList();
    }

    private static boolean isCovered(Step step, Index index) {
        List<Optional<?>> key =
                index.parts().stream().<Optional<?>>map(IndexPart::column).toList();
        return step.after().indexesOf(index.table()).stream()
                .filter(other -> other.method().equals(index.method()) && other.visible())
                .map(other -> other.parts().stream()
                        .<Optional<?>>map(IndexPart::column)
                        .toList())
                .anyMatch(other -> other.size() >= key.size()
                        && other.subList(0, key.size()).equals(key));
    }

    private static Stream<ExchangedIndex> later(Step step, DroppedIndex dropped, List<String> columns) {
        return step.following().stream()
                .flatMap(statement -> built(statement)
                        .filter(index -> Names.same(index.table(), dropped.table()))
                        .filter(index -> beginsAlike(index.columns(), columns))
                        .map(index -> new ExchangedIndex(dropped, statement, index)));
    }

    private static Stream<NewIndex> built(Statement statement) {
        if (statement instanceof CreateIndex index) {
            return Stream.of(NewIndex.of(index));
        }
        return statement instanceof AlterTable alter
                ? alter.actions().stream().flatMap(action -> NewIndex.of(alter, action).stream())
                : Stream.empty();
    }

    private static boolean beginsAlike(List<String> created, List<String> dropped) {
        return !created.isEmpty() && !dropped.isEmpty() && created.getFirst().equalsIgnoreCase(dropped.getFirst());
    }

    /** How much the new index is like the old one: the columns at its beginning, and its name before all. */
    private int likeness(List<String> columns) {
        int same = 0;
        while (same < columns.size()
                && same < replacement.columns().size()
                && columns.get(same).equalsIgnoreCase(replacement.columns().get(same))) {
            same++;
        }
        boolean named = replacement
                .name()
                .filter(name -> name.value().equalsIgnoreCase(dropped.name()))
                .isPresent();
        return named ? Integer.MAX_VALUE : same;
    }

    /** Both in one statement, which the server does at once. */
    String atOnce(Step step) {
        return "ALTER TABLE " + Sql.name(step, dropped.table()) + " DROP INDEX " + step.quote(dropped.name()) + ", "
                + replacement.asClause(step) + ", ALGORITHM=INPLACE, LOCK=NONE;";
    }

    /** The columns of the index that goes, for messages. */
    String columns(Step step) {
        return step.before()
                .table(dropped.table())
                .flatMap(table -> dropped.index()
                        .map(index -> KnownConstraint.columns(
                                table,
                                index.parts().stream()
                                        .flatMap(part -> part.column().stream())
                                        .toList())))
                .orElse("");
    }
}

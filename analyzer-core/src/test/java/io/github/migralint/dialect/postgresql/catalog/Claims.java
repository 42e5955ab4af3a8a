package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a replay says that it knows, and what it leaves open: the latter can be no mistake. */
final class Claims {
    private final boolean complete;
    private final Set<String> uncertain;
    private final Map<String, SchemaObject> objects;

    Claims(Schema schema, Set<String> uncertain) {
        this.complete = schema.complete();
        this.uncertain = uncertain;
        this.objects = Stream.<List<? extends SchemaObject>>of(schema.relations(), schema.types(), schema.routines())
                .flatMap(List::stream)
                .collect(Collectors.toMap(object -> object.name().toString(), object -> object, (one, two) -> one));
    }

    /** Whether the replay knows, or says that it knows, what the fact is about. */
    boolean cover(Fact fact) {
        SchemaObject object = objects.get(fact.object());
        if (uncertain.contains(fact.objectName()) || (object == null && !complete)) {
            return false;
        }
        return switch (object) {
            case Table table -> table.complete() && !namesOpenColumn(fact, table.columns());
            case View view ->
                switch (fact.kind()) {
                    case "view columns" -> !view.columns().isEmpty();
                    case "view uses" ->
                        !isOpenView(fact.detail().substring(0, fact.detail().lastIndexOf('.')));
                    default -> true;
                };
            case null, default -> true;
        };
    }

    /** Whether the replay has a view of that name and does not know its columns. */
    private boolean isOpenView(String name) {
        return objects.get(name) instanceof View view && view.columns().isEmpty();
    }

    /** Whether it is about a column whose type the history does not tell. */
    private static boolean namesOpenColumn(Fact fact, List<Column> columns) {
        return fact.kind().equals("column")
                && columns.stream()
                        .filter(column -> column.type().isEmpty())
                        .anyMatch(column -> fact.detail().startsWith(column.name() + " "));
    }
}

package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/** The names of user types in what has them. */
final class TypeNames {
    private TypeNames() {}

    /** The object with the new name of a type, if it has columns or a base of that type. */
    static Optional<SchemaObject> follow(SchemaObject user, ObjectId type, String newName) {
        return switch (user) {
            case Table table -> {
                var draft = TableDraft.of(table);
                draft.columns().replaceAll(column -> follow(column, type, newName));
                yield Optional.of(draft.build());
            }
            case View view -> Optional.of(view.withColumns(follow(view.columns(), type, newName)));
            case CompositeType composite ->
                Optional.of(composite.withAttributes(follow(composite.attributes(), type, newName)));
            case DomainType domain -> Optional.of(domain.withBase(follow(domain.base(), type, newName)));
            default -> Optional.empty();
        };
    }

    private static List<Column> follow(List<Column> columns, ObjectId type, String newName) {
        return columns.stream().map(column -> follow(column, type, newName)).toList();
    }

    private static Column follow(Column column, ObjectId type, String newName) {
        return column.withType(column.type().map(t -> follow(t, type, newName)));
    }

    private static DataType follow(DataType old, ObjectId type, String newName) {
        return old.userType().filter(type::equals).isPresent()
                ? new DataType(newName, old.modifiers(), old.arrayDimensions(), old.qualifier(), old.userType())
                : old;
    }
}

package io.github.migralint.schema;

import io.github.migralint.ast.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What a foreign key points at.
 *
 * @param table the referenced table; none when unknown
 * @param tableName the table as written
 * @param columns the referenced columns, where known
 * @param columnNames the referenced columns as written; none means the primary key
 * @param onDelete action in upper case, or empty
 * @param onUpdate action in upper case, or empty
 */
public record ForeignKey(
        Optional<ObjectId> table,
        QualifiedName tableName,
        List<ObjectId> columns,
        List<String> columnNames,
        String onDelete,
        String onUpdate) {
    /** One that nobody has to find by its names later. */
    public ForeignKey(
            Optional<ObjectId> table,
            QualifiedName tableName,
            List<ObjectId> columns,
            String onDelete,
            String onUpdate) {
        this(table, tableName, columns, List.of(), onDelete, onUpdate);
    }

    public ForeignKey {
        columns = List.copyOf(columns);
        columnNames = List.copyOf(columnNames);
    }
}

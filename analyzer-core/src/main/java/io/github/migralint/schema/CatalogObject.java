package io.github.migralint.schema;

import io.github.migralint.ast.ObjectKind;
import java.util.List;

/**
 * An object that is neither a relation nor a type nor a routine: extended statistics, a publication, a rule, a collation.
 *
 * @param id its identity
 * @param kind what it is
 * @param name its present name; objects that live in no schema have an empty one, a rule that of its relation
 * @param on the relations it belongs to: it goes with them, or goes on without them as a publication does
 * @param reads relations that it needs besides, as the action of a rule does
 * @param columns columns that it needs
 * @param parsedColumns those of them that an expression of it mentions: their types cannot change
 * @param all whether it holds whatever there is, as a publication for all tables does
 * @param origin where it was created
 */
public record CatalogObject(
        ObjectId id,
        ObjectKind kind,
        ObjectName name,
        List<ObjectId> on,
        List<ObjectId> reads,
        List<ObjectId> columns,
        List<ObjectId> parsedColumns,
        boolean all,
        Origin origin)
        implements SchemaObject {
    public CatalogObject {
        on = List.copyOf(on);
        reads = List.copyOf(reads);
        columns = List.copyOf(columns);
        parsedColumns = List.copyOf(parsedColumns);
    }

    /** The same with another name. */
    public CatalogObject withName(ObjectName newName) {
        return new CatalogObject(id, kind, newName, on, reads, columns, parsedColumns, all, origin);
    }

    /** The same on other relations, with the columns of theirs that it needs. */
    public CatalogObject withRelations(
            List<ObjectId> newOn, List<ObjectId> newColumns, List<ObjectId> newParsedColumns) {
        return new CatalogObject(id, kind, name, newOn, reads, newColumns, newParsedColumns, all, origin);
    }
}

package io.github.migralint.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.Optional;

/**
 * An object that an error is about, by name: it may be one that does not exist.
 *
 * @param kind what it is, or was taken for
 * @param name its name as the statement has it
 * @param table the table that it is a part of, as a column is
 */
public record Subject(ObjectKind kind, QualifiedName name, Optional<ObjectId> table) {
    /** An object that stands by itself. */
    public static Subject of(ObjectKind kind, QualifiedName name) {
        return new Subject(kind, name, Optional.empty());
    }

    /** An object that stands by itself, or whose table does not matter. */
    public static Subject of(ObjectKind kind, Identifier name) {
        return of(kind, QualifiedName.of(name));
    }

    /** A part of a table. */
    public static Subject in(Table table, ObjectKind kind, Identifier name) {
        return new Subject(kind, QualifiedName.of(name), Optional.of(table.id()));
    }
}

package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * What else of the schema speaks of a column, and what a server says when the column changes.
 *
 * @param alteration the statement
 * @param column the column
 */
record ColumnReferences(Alteration alteration, Column column) {
    private Scene scene() {
        return alteration.scene();
    }

    private Acts acts() {
        return alteration.acts();
    }

    /** Foreign keys of the table that have the column. */
    private List<Constraint> ownForeignKeys() {
        return Scene.foreignKeys(alteration.table()).stream()
                .filter(key -> key.columns().contains(column.id()) && !alteration.drops(key))
                .toList();
    }

    /** Foreign keys that point at the column. */
    private List<Constraint> foreignKeysOnto() {
        return scene().foreignKeysOnto(alteration.table()).stream()
                .filter(key -> key.foreignKey()
                        .map(ForeignKey::columns)
                        .orElse(List.of())
                        .contains(column.id()))
                .filter(key -> !alteration.drops(key))
                .toList();
    }

    private List<Constraint> checks() {
        return alteration.table().constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.CHECK
                        && constraint.columns().contains(column.id())
                        && !alteration.drops(constraint))
                .toList();
    }

    /** The operation that gives the column another name. */
    Operation renaming() {
        return foreignKeysOnto().isEmpty() ? Operation.RENAME_COLUMN : Operation.RENAME_REFERENCED_COLUMN;
    }

    /** What stands in the way of another name. */
    void checkRename(Identifier newName) {
        Optional<Column> taken = alteration.table().column(newName.value());
        if (taken.isPresent() && !taken.get().id().equals(column.id()) && !alteration.frees(taken.get())) {
            acts().exists(Errors.COLUMN_EXISTS, Subject.in(alteration.table(), ObjectKind.COLUMN, newName));
        }
        if (scene().isMysql() && !checks().isEmpty()) {
            acts().fail(
                            Errors.CHECK_DEPENDS,
                            "The CHECK " + checks().getFirst().name() + " speaks of column " + column.name() + ".");
        }
        Optional<Column> computed = computedFrom();
        if (scene().isMysql() && computed.isPresent()) {
            acts().fail(
                            Errors.GENERATED_DEPENDS,
                            "Column " + computed.get().name() + " is computed from column " + column.name() + ".",
                            List.of(computed.get().id()));
        }
    }

    private Optional<Column> computedFrom() {
        return alteration.table().columns().stream()
                .filter(other -> !alteration.drops(other))
                .filter(other -> other.generated()
                        .filter(generated -> generated.columns().contains(column.id()))
                        .isPresent())
                .findFirst();
    }

    /** A foreign key holds the types of both its sides, whether it is checked or not. */
    void checkType(StoredType from, StoredType to) {
        boolean same = from.name().equals(to.name()) && from.unsigned() == to.unsigned();
        if (same) {
            return;
        }
        boolean child = !ownForeignKeys().isEmpty();
        if (!child && foreignKeysOnto().isEmpty()) {
            return;
        }
        Constraint key = child ? ownForeignKeys().getFirst() : foreignKeysOnto().getFirst();
        acts().fail(
                        typeNumber(child),
                        "The foreign key " + key.name() + " needs the same type on both sides, and column "
                                + column.name() + " would be " + to + ".",
                        List.of(key.id()));
    }

    private String typeNumber(boolean child) {
        if (scene().server().isMysqlFrom(8, 0, 0)) {
            return Errors.TYPES_OF_FOREIGN_KEY;
        }
        if (scene().isMysql() && !scene().settings().checksForeignKeys()) {
            return "1025";
        }
        return child ? Errors.CHILD_COLUMN_TYPE : Errors.PARENT_COLUMN_TYPE;
    }

    /** What stands in the way of the column's end. */
    void checkDrop() {
        if (!ownForeignKeys().isEmpty()) {
            refuse(
                    scene().server().isMysqlFrom(8, 0, 0) ? Errors.CHILD_COLUMN : Errors.INDEX_OF_FOREIGN_KEY,
                    ownForeignKeys().getFirst());
        } else if (!foreignKeysOnto().isEmpty()) {
            boolean byIndex = !scene().server().isMysqlFrom(8, 0, 0) && !Scene.inPrimaryKey(alteration.table(), column);
            refuse(
                    byIndex ? Errors.INDEX_OF_FOREIGN_KEY : "1829",
                    foreignKeysOnto().getFirst());
        }
        Optional<Column> computed = computedFrom();
        computed.ifPresent(other -> acts().fail(
                        scene().isMysql() ? Errors.GENERATED_DEPENDS : Errors.UNKNOWN_COLUMN,
                        "Column " + other.name() + " is computed from column " + column.name() + ".",
                        List.of(other.id())));
        checks().stream()
                .filter(check -> check.columns().size() > 1)
                .filter(check -> !allDropped(check))
                .findFirst()
                .ifPresent(check -> acts().fail(
                                scene().isMysql() ? Errors.CHECK_DEPENDS : Errors.UNKNOWN_COLUMN,
                                "The CHECK " + check.name() + " speaks of column " + column.name() + " and of others.",
                                List.of(check.id())));
    }

    private boolean allDropped(Constraint check) {
        return check.columns().stream()
                .flatMap(id -> alteration.table().column(id).stream())
                .allMatch(alteration::drops);
    }

    private void refuse(String number, Constraint key) {
        acts().fail(
                        number,
                        "The foreign key " + key.name() + " needs column " + column.name() + ".",
                        List.of(key.id()));
    }
}

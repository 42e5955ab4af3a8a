package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One action of ALTER TABLE at its turn: what earlier actions of the statement did is done.
 *
 * @param scene what the action sees
 * @param trial the action tried
 * @param acts where its effects go
 * @param table the table
 * @param statement the whole statement
 * @param retyped columns whose type the statement changes: what is known of their values has to be proved again
 */
record AlterStep(Scene scene, Trial trial, Acts acts, Table table, AlterTable statement, Set<ObjectId> retyped) {
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    boolean only() {
        return statement.only();
    }

    /** The tables that a recursing action changes, the table itself first. */
    List<Table> reach() {
        return only() ? List.of(table) : scene.family(table);
    }

    RelationKey key() {
        return scene.key(table);
    }

    /** An operation on the table; partitions and children are locked where the operation reaches them. */
    Act act(Operation operation) {
        return Act.of(operation)
                .on(Role.TABLE, key())
                .on(Role.CHILDREN, only() ? List.of() : scene.keysOf(scene.descendants(table)));
    }

    /** An operation that locks partitions and children even with ONLY. */
    Act actOnAll(Operation operation) {
        return Act.of(operation).on(Role.TABLE, key()).on(Role.CHILDREN, scene.keysOf(scene.descendants(table)));
    }

    /** An operation that leaves partitions and children alone. */
    Act actAlone(Operation operation) {
        return Act.of(operation).on(Role.TABLE, key());
    }

    /** An operation on one of the tables reached. */
    Act act(Operation operation, Table member) {
        return member.id().equals(table.id())
                ? act(operation)
                : Act.of(operation).on(Role.TABLE, scene.key(member));
    }

    boolean certain() {
        return scene.certain(table);
    }

    /** The column as it is; an error where there is none. */
    Optional<Column> column(Identifier name) {
        Optional<Column> column = table.column(name.value());
        if (column.isEmpty()) {
            if (certain()) {
                acts.fail("42703", Subject.in(table, ObjectKind.COLUMN, name));
            } else {
                acts.uncertain();
            }
        }
        return column;
    }

    static boolean isSystemColumn(String name) {
        return SYSTEM_COLUMNS.contains(name);
    }

    /** Whether a parent has the column too. */
    boolean inherited(Column column) {
        return scene.parents(table).stream()
                .anyMatch(parent -> parent.column(column.name()).isPresent());
    }

    /** Whether the table is divided by the column. */
    boolean partitionKey(Column column) {
        return table.partitioning()
                .filter(key -> key.columns().contains(column.id()))
                .isPresent();
    }

    /** Whether the table is divided by the column or by an expression that mentions it. */
    boolean inPartitionKey(Column column) {
        return table.partitioning()
                .filter(key ->
                        key.columns().contains(column.id()) || key.mentions().contains(column.id()))
                .isPresent();
    }

    /** Values of the table's row type that are stored elsewhere cannot be changed along. */
    void refuseRowTypeInUse() {
        String rowType = name();
        Optional<Table> user = scene.schema().relations().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(other -> !other.id().equals(table.id()))
                .filter(other -> other.columns().stream()
                        .flatMap(column -> column.type().stream())
                        .anyMatch(
                                type -> type.userType().isEmpty() && type.name().equals(rowType)))
                .findFirst();
        if (user.isPresent() && certain()) {
            acts.add(act(Operation.ALTER_NOTHING));
            acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, scene.key(user.get())));
            acts.fail("0A000", "A column of " + user.get().name().name() + " has the row type of " + rowType + ".");
        }
    }

    /** The table as the action leaves it. */
    Optional<Table> after() {
        return trial.after().table(table.id());
    }

    String name() {
        return table.name().name();
    }
}

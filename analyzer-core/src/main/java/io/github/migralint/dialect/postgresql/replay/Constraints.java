package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Constraints of tables, with their way down to partitions and children. */
final class Constraints {
    private final Change change;

    Constraints(Change change) {
        this.change = change;
    }

    /** Adds a constraint as ALTER TABLE does. */
    void add(ObjectId table, TableConstraint constraint, boolean only) {
        new Columns(change).assume(table, constraint.columns());
        switch (constraint.kind()) {
            case CHECK -> addCheck(table, constraint);
            case NOT_NULL -> addNotNull(table, constraint);
            case FOREIGN_KEY -> addForeignKey(table, constraint);
            case UNIQUE, PRIMARY_KEY, EXCLUDE -> new IndexConstraints(change).add(table, constraint, only);
        }
    }

    private void addCheck(ObjectId tableId, TableConstraint written) {
        Table table = change.table(tableId);
        List<ObjectId> columns = written.expression()
                .map(e -> Mentions.columns(e.tokens(), table.columns()))
                .orElse(List.of());
        String name = written.name().map(Identifier::value).orElseGet(() -> generated(table, columns));
        if (table.constraint(name).isPresent()) {
            return;
        }
        put(tableId, check(name, columns, written, false));
        if (!written.noInherit()) {
            spreadCheck(table, name, written);
        }
    }

    private String generated(Table table, List<ObjectId> columns) {
        List<String> names = columns.size() == 1 ? Change.columnNames(table, columns) : List.of();
        return new GeneratedNames(change.schema()).constraint(table.name(), names, "check", Set.of());
    }

    private Constraint check(String name, List<ObjectId> columns, TableConstraint written, boolean inherited) {
        boolean enforced = !written.attributes().notEnforced();
        return new Constraint(
                change.schema().newId(),
                name,
                Constraint.Kind.CHECK,
                columns,
                written.expression(),
                Optional.empty(),
                Optional.empty(),
                enforced && !written.attributes().notValid(),
                enforced,
                false,
                written.noInherit(),
                inherited,
                change.origin());
    }

    private void spreadCheck(Table parent, String name, TableConstraint written) {
        for (Table child : change.now().childrenOf(parent.id())) {
            Optional<Constraint> same = child.constraint(name);
            if (same.isPresent()) {
                markInherited(child, same.get());
            } else {
                List<ObjectId> columns = written.expression()
                        .map(e -> Mentions.columns(e.tokens(), child.columns()))
                        .orElse(List.of());
                put(child.id(), check(name, columns, written, true));
            }
            spreadCheck(child, name, written);
        }
    }

    private void markInherited(Table child, Constraint constraint) {
        change.edit(child.id(), draft -> draft.editConstraint(constraint.id(), c -> c.withInherited(true)));
    }

    private void put(ObjectId table, Constraint constraint) {
        change.edit(table, draft -> draft.constraints().add(constraint));
    }

    private void addNotNull(ObjectId tableId, TableConstraint written) {
        Table table = change.table(tableId);
        for (Column column : columns(table, written.columns())) {
            notNull(tableId, column.name(), written.name().map(Identifier::value), written, false);
        }
    }

    private static List<Column> columns(Table table, List<Identifier> names) {
        return names.stream()
                .flatMap(name -> table.column(name.value()).stream())
                .toList();
    }

    /** Makes the columns of a primary key refuse NULL. */
    void requireNotNull(ObjectId table, List<ObjectId> columns) {
        for (ObjectId id : columns) {
            change.table(table).column(id).ifPresent(column -> setNotNull(table, column.name(), false));
        }
    }

    /** Makes a column refuse NULL, with the constraint behind it, in the table and what inherits from it. */
    void setNotNull(ObjectId table, String column, boolean only) {
        notNull(
                table,
                column,
                Optional.empty(),
                InlineConstraints.implied(
                        Optional.empty(),
                        TableConstraint.Kind.NOT_NULL,
                        new Identifier(column, false, new io.github.migralint.source.Span(0, 0))),
                only);
    }

    private void notNull(
            ObjectId tableId, String columnName, Optional<String> given, TableConstraint written, boolean only) {
        Table table = change.table(tableId);
        Optional<Column> column = table.column(columnName);
        if (column.isEmpty()) {
            return;
        }
        String name = given.orElseGet(() -> new GeneratedNames(change.schema())
                .constraint(table.name(), List.of(columnName), "not_null", Set.of()));
        if (!hasNotNull(table, column.get().id())) {
            put(tableId, notNullConstraint(name, column.get().id(), written));
        }
        change.edit(tableId, draft -> draft.editColumn(column.get().id(), c -> c.withNotNull(true)));
        if (!only && !written.noInherit()) {
            change.now()
                    .childrenOf(tableId)
                    .forEach(child -> notNull(child.id(), columnName, Optional.of(name), written, false));
        }
    }

    private static boolean hasNotNull(Table table, ObjectId column) {
        return table.constraints().stream()
                .anyMatch(
                        c -> c.kind() == Constraint.Kind.NOT_NULL && c.columns().contains(column));
    }

    private Constraint notNullConstraint(String name, ObjectId column, TableConstraint written) {
        return new Constraint(
                change.schema().newId(),
                name,
                Constraint.Kind.NOT_NULL,
                List.of(column),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                !written.attributes().notValid(),
                true,
                false,
                written.noInherit(),
                false,
                change.origin());
    }

    private void addForeignKey(ObjectId tableId, TableConstraint written) {
        Table table = change.table(tableId);
        if (written.references().isEmpty()) {
            return;
        }
        ForeignKeyTarget target = written.references().get();
        List<ObjectId> columns = Change.columnIds(table, written.columns());
        List<String> columnNames =
                written.columns().stream().map(Identifier::value).toList();
        String name = written.name()
                .map(Identifier::value)
                .orElseGet(() ->
                        new GeneratedNames(change.schema()).constraint(table.name(), columnNames, "fkey", Set.of()));
        if (table.constraint(name).isPresent()) {
            return;
        }
        boolean enforced = !written.attributes().notEnforced();
        var constraint = new Constraint(
                change.schema().newId(),
                name,
                Constraint.Kind.FOREIGN_KEY,
                columns,
                Optional.empty(),
                Optional.of(foreignKey(target)),
                Optional.empty(),
                enforced && !written.attributes().notValid(),
                enforced,
                written.attributes().deferrable(),
                true,
                false,
                change.origin());
        put(tableId, constraint);
        if (table.kind() == Table.Kind.PARTITIONED) {
            change.now().childrenOf(tableId).forEach(child -> copyForeignKey(constraint, table, child));
        }
    }

    private ForeignKey foreignKey(ForeignKeyTarget target) {
        Optional<Table> referenced =
                change.relation(target.table()).filter(Table.class::isInstance).map(Table.class::cast);
        referenced.ifPresent(table -> new Columns(change).assume(table.id(), target.columns()));
        List<ObjectId> columns = referenced
                .map(Relation::id)
                .map(change::table)
                .map(table -> referencedColumns(table, target))
                .orElse(List.of());
        return new ForeignKey(referenced.map(Table::id), target.table(), columns, target.onDelete(), target.onUpdate());
    }

    private static List<ObjectId> referencedColumns(Table table, ForeignKeyTarget target) {
        return target.columns().isEmpty()
                ? table.primaryKey().map(Constraint::columns).orElse(List.of())
                : Change.columnIds(table, target.columns());
    }

    /** Gives a partition the foreign key of its parent. */
    void copyForeignKey(Constraint constraint, Table parent, Table partition) {
        List<String> columns = Change.columnNames(parent, constraint.columns());
        String name = partition.constraint(constraint.name()).isEmpty()
                ? constraint.name()
                : new GeneratedNames(change.schema()).constraint(partition.name(), columns, "fkey", Set.of());
        var copy = new Constraint(
                change.schema().newId(),
                name,
                Constraint.Kind.FOREIGN_KEY,
                PartitionTree.translate(constraint.columns(), parent, partition),
                Optional.empty(),
                constraint.foreignKey(),
                Optional.empty(),
                constraint.validated(),
                constraint.enforced(),
                constraint.deferrable(),
                true,
                true,
                change.origin());
        put(partition.id(), copy);
        change.now()
                .childrenOf(partition.id())
                .forEach(child -> copyForeignKey(copy, change.table(partition.id()), child));
    }

    /** Gives a child what it inherits: checks and NOT NULL, under the same names. */
    void inherit(Table parent, ObjectId childId) {
        for (Constraint constraint : parent.constraints()) {
            boolean heritable =
                    constraint.kind() == Constraint.Kind.CHECK || constraint.kind() == Constraint.Kind.NOT_NULL;
            if (heritable && !constraint.noInherit()) {
                inherit(parent, constraint, change.table(childId));
            }
        }
    }

    private void inherit(Table parent, Constraint constraint, Table child) {
        List<ObjectId> columns = PartitionTree.translate(constraint.columns(), parent, child);
        Optional<Constraint> same = child.constraints().stream()
                .filter(c -> c.kind() == constraint.kind())
                .filter(c -> constraint.kind() == Constraint.Kind.NOT_NULL
                        ? c.columns().equals(columns)
                        : c.name().equals(constraint.name()))
                .findFirst();
        if (same.isPresent()) {
            markInherited(child, same.get());
            return;
        }
        put(child.id(), copy(constraint, columns));
        if (constraint.kind() == Constraint.Kind.NOT_NULL) {
            columns.forEach(column ->
                    change.edit(child.id(), draft -> draft.editColumn(column, c -> c.withNotNull(true))));
        }
    }

    private Constraint copy(Constraint constraint, List<ObjectId> columns) {
        return new Constraint(
                change.schema().newId(),
                constraint.name(),
                constraint.kind(),
                columns,
                constraint.expression(),
                Optional.empty(),
                Optional.empty(),
                constraint.validated(),
                constraint.enforced(),
                false,
                false,
                true,
                change.origin());
    }
}

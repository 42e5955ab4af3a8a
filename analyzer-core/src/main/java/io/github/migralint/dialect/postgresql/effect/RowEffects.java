package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Copy;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Update;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements that change rows.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record RowEffects(Scene scene, Acts acts) {
    /** The table that a statement writes, unless it writes something else. */
    private Optional<Table> target(QualifiedName name, Query query, Operation operation) {
        Lookup<Relation> found = scene.schema().relation(name);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            return Optional.empty();
        }
        if (found.found().orElse(null) instanceof View view) {
            view(view, operation);
            return Optional.empty();
        }
        if (!(found.found().orElse(null) instanceof Table table)) {
            acts.uncertain();
            acts.add(Act.of(operation)
                    .on(Role.TABLE, scene.keys().unknown(name))
                    .on(
                            Role.SCANNED,
                            hasCondition(query)
                                    ? List.of()
                                    : List.of(scene.keys().unknown(name)))
                    .because("visits every row"));
            return Optional.empty();
        }
        if (!table.complete()) {
            acts.uncertain();
        }
        return Optional.of(table);
    }

    private static boolean hasCondition(Query query) {
        return query.tokens().stream().anyMatch(token -> token.isWord("where"));
    }

    /** A simple view hands changes down to its table. */
    private void view(View view, Operation operation) {
        acts.add(Act.of(Operation.WRITE_ROWS).on(Role.TABLE, scene.keys().of(view)));
        if (view.materialized()) {
            acts.fail("42809", view.name().name() + " is a materialized view.");
            return;
        }
        view.reads().stream()
                .flatMap(id -> scene.schema().table(id).stream())
                .forEach(table -> acts.add(Act.of(operation)
                        .on(Role.TABLE, scene.key(table))
                        .on(Role.INDEXES, scene.storedIndexes(table))));
    }

    void insert(Insert statement) {
        Optional<Table> table = target(statement.table(), statement.query(), Operation.WRITE_ROWS);
        if (table.isEmpty()) {
            return;
        }
        acts.add(Act.of(Operation.WRITE_ROWS).on(Role.TABLE, scene.key(table.get())));
        new PartitionRouting(scene, acts).insert(statement, table.get());
        refuseColumns(statement.columns(), table.get());
        new RowValues(scene, acts).check(statement, table.get());
        new QueryReads(scene, acts, statement.query()).rows();
        Set<String> given = new HashSet<>();
        statement.columns().forEach(column -> given.add(column.value()));
        if (!given.isEmpty() || statement.source() == Insert.Source.DEFAULT_VALUES) {
            sequences(table.get(), given);
        }
        references(table.get(), column -> given.isEmpty() || given.contains(column.name()));
        new ConflictTarget(scene, acts).find(statement, table.get());
        if (statement.onConflict() && statement.query().tokens().stream().anyMatch(t -> t.isWord("update"))) {
            acts.add(Act.of(Operation.CHANGE_ROWS)
                    .on(Role.TABLE, scene.key(table.get()))
                    .on(Role.INDEXES, scene.storedIndexes(table.get())));
        }
    }

    /** Refuses columns that the table surely lacks. */
    void refuseColumns(List<Identifier> columns, Table table) {
        if (!scene.certain(table)) {
            return;
        }
        columns.stream()
                .filter(column -> table.column(column.value()).isEmpty())
                .findFirst()
                .ifPresent(column -> acts.fail("42703", Subject.in(table, ObjectKind.COLUMN, column)));
    }

    /** Columns that are left out take their values from sequences. */
    private void sequences(Table table, Set<String> given) {
        for (Column column : table.columns()) {
            if (given.contains(column.name())) {
                continue;
            }
            column.defaultValue().stream()
                    .flatMap(value -> value.uses().stream())
                    .forEach(this::useSequence);
            column.identity().flatMap(identity -> identity.sequence()).ifPresent(this::useSequence);
        }
    }

    private void useSequence(ObjectId id) {
        scene.schema()
                .object(id)
                .filter(Sequence.class::isInstance)
                .map(sequence -> (Relation) sequence)
                .ifPresent(sequence -> acts.add(Act.of(Operation.USE_SEQUENCE)
                        .on(Role.SEQUENCE, scene.keys().of(sequence))));
    }

    /** Rows that point somewhere are checked against the table they point at. */
    private void references(Table table, java.util.function.Predicate<Column> written) {
        for (Constraint constraint : table.constraints()) {
            boolean concerned = constraint.columns().stream()
                    .flatMap(id -> table.column(id).stream())
                    .allMatch(written);
            if (constraint.enforced() && concerned) {
                constraint
                        .foreignKey()
                        .flatMap(ForeignKey::table)
                        .flatMap(scene.schema()::table)
                        .ifPresent(referenced -> acts.add(Act.of(Operation.CHECK_REFERENCES)
                                .on(Role.REFERENCED, scene.key(referenced))
                                .on(Role.REFERENCED_INDEXES, scene.storedIndexes(referenced))));
            }
        }
    }

    void update(Update statement) {
        Optional<Table> table = target(statement.table(), statement.query(), Operation.CHANGE_ROWS);
        if (table.isEmpty()) {
            return;
        }
        change(table.get(), statement.only(), statement.query());
        refuseColumns(statement.columns(), table.get());
        new RowValues(scene, acts).check(statement, table.get());
        Set<String> changed = new HashSet<>();
        statement.columns().forEach(column -> changed.add(column.value()));
        changed.removeAll(Assignments.unchanged(statement));
        Set<String> nulled = Assignments.nulled(statement);
        references(table.get(), column -> changed.contains(column.name()) && !nulled.contains(column.name()));
        table.get().columns().stream()
                .filter(column -> column.notNull() && nulled.contains(column.name()))
                .forEach(column -> acts.risk(scene.key(table.get()), "23502", column.name() + " becomes NULL"));
        new PartitionRouting(scene, acts).withinParents(table.get());
        referencing(table.get(), key -> keyChanged(key, table.get(), changed), ForeignKey::onUpdate);
        boolean movesRows = table.get()
                .partitioning()
                .filter(p -> p.columns().stream()
                        .flatMap(id -> table.get().column(id).stream())
                        .anyMatch(column -> changed.contains(column.name())))
                .isPresent();
        if (movesRows) {
            scene.descendants(table.get())
                    .forEach(partition -> acts.add(Act.of(Operation.WRITE_ROWS).on(Role.TABLE, scene.key(partition))));
        }
    }

    private static boolean keyChanged(ForeignKey key, Table table, Set<String> changed) {
        return key.columns().stream()
                .flatMap(id -> table.column(id).stream())
                .anyMatch(column -> changed.contains(column.name()));
    }

    void delete(Delete statement) {
        Optional<Table> table = target(statement.table(), statement.query(), Operation.CHANGE_ROWS);
        if (table.isPresent()) {
            change(table.get(), statement.only(), statement.query());
            referencing(table.get(), key -> true, ForeignKey::onDelete);
        }
    }

    /** The rows are found by an index or by reading all; what else is read comes on top. */
    private void change(Table table, boolean only, Query query) {
        var plan = new Plan(scene, query.tokens());
        for (Table member : only ? List.of(table) : plan.members(table)) {
            boolean partitioned = member.kind() == Table.Kind.PARTITIONED;
            acts.add(Act.of(partitioned ? Operation.CHANGE_PARTITIONED : Operation.CHANGE_ROWS)
                    .on(Role.TABLE, scene.key(member))
                    .on(Role.INDEXES, partitioned ? scene.indexes(member) : scene.storedIndexes(member))
                    .on(Role.SCANNED, plan.scans(table, member) ? List.of(scene.key(member)) : List.of())
                    .because("visits every row"));
        }
        new QueryReads(scene, acts, query).except(table.id()).rows();
    }

    /** Rows that others point at: the others are looked through, by an index if they have one. */
    private void referencing(
            Table table,
            java.util.function.Predicate<ForeignKey> concerned,
            java.util.function.Function<ForeignKey, String> action) {
        for (Table other : scene.schema().referencing(table.id())) {
            for (Constraint constraint : other.constraints()) {
                Optional<ForeignKey> key = constraint
                        .foreignKey()
                        .filter(k -> k.table().filter(table.id()::equals).isPresent())
                        .filter(concerned);
                if (key.isPresent() && constraint.enforced() && !other.id().equals(table.id())) {
                    lookThrough(other, constraint, action.apply(key.get()));
                }
            }
        }
    }

    private void lookThrough(Table other, Constraint constraint, String action) {
        boolean writes = action.equals("CASCADE") || action.startsWith("SET ");
        boolean indexed = scene.schema().indexesOf(other.id()).stream()
                .filter(index -> index.predicate().isEmpty())
                .anyMatch(index -> index.parts().stream()
                        .findFirst()
                        .flatMap(part -> part.column())
                        .filter(constraint.columns()::contains)
                        .isPresent());
        acts.add(Act.of(writes ? Operation.CHANGE_REFERENCING : Operation.CHECK_REFERENCING)
                .on(Role.REFERENCING, scene.key(other))
                .on(Role.REFERENCING_INDEXES, scene.storedIndexes(other))
                .on(Role.SCANNED, indexed ? List.of() : List.of(scene.key(other)))
                .because("looks for rows that point at changed ones"));
    }

    void merge(Merge statement) {
        Optional<Table> table = target(statement.table(), statement.query(), Operation.CHANGE_ROWS);
        table.ifPresent(found -> {
            change(found, false, statement.query());
            if (statement.actions().contains("DELETE")) {
                referencing(found, key -> true, ForeignKey::onDelete);
            }
        });
    }

    void copy(Copy statement) {
        if (statement.table().isEmpty()) {
            statement.source().ifPresentOrElse(new StatementEffects(scene, acts)::add, acts::uncertain);
            return;
        }
        QualifiedName name = statement.table().get();
        Lookup<Relation> found = scene.schema().relation(name);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            return;
        }
        var key =
                found.found().map(scene.keys()::of).orElseGet(() -> scene.keys().unknown(name));
        acts.add(
                statement.from()
                        ? Act.of(Operation.WRITE_ROWS).on(Role.TABLE, key)
                        : Act.of(Operation.COPY_OUT).on(Role.TABLE, key).because("writes out every row"));
    }
}

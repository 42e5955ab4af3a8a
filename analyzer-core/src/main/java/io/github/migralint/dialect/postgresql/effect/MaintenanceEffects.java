package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Cluster;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.MoveTablespace;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Vacuum;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * LOCK, VACUUM, ANALYZE, CLUSTER and moves between tablespaces.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record MaintenanceEffects(Scene scene, Acts acts) {
    void lock(LockTable statement) {
        LockMode mode = Modes.of(statement.mode());
        for (QualifiedName name : statement.tables()) {
            Lookup<Relation> found = scene.schema().relation(name);
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            }
            switch (found.found().orElse(null)) {
                case Table table -> {
                    List<Table> tables = statement.only() ? List.of(table) : scene.family(table);
                    tables.forEach(member -> acts.lock(scene.key(member), mode));
                }
                case View view
                when view.materialized() -> acts.fail("42809", view.name().name() + " cannot be locked so.");
                case View view -> lockView(view, mode);
                case Relation other -> acts.fail("42809", other.name().name() + " cannot be locked so.");
                case null -> {
                    if (!found.isAbsent()) {
                        acts.uncertain();
                        acts.lock(scene.keys().unknown(name), mode);
                    }
                }
            }
        }
    }

    private void lockView(View view, LockMode mode) {
        acts.lock(scene.keys().of(view), mode);
        view.reads().stream().flatMap(id -> scene.schema().object(id).stream()).forEach(object -> {
            if (object instanceof Table table) {
                scene.family(table).forEach(member -> acts.lock(scene.key(member), mode));
            } else if (object instanceof View inner) {
                lockView(inner, mode);
            }
        });
    }

    void vacuum(Vacuum statement) {
        boolean samples = !statement.vacuum() || has(statement, "analyze");
        if (!samples && statement.targets().stream().anyMatch(t -> !t.columns().isEmpty())) {
            acts.fail("0A000", "Columns are named only when they are sampled.");
            return;
        }
        if (statement.vacuum()) {
            acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
        }
        if (statement.tables().isEmpty()) {
            scene.schema().relations().forEach(relation -> vacuum(statement, relation));
            return;
        }
        for (Vacuum.Target target : statement.targets()) {
            QualifiedName name = target.table();
            Lookup<Relation> found = scene.schema().relation(name);
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            }
            if (found.found().isPresent()) {
                vacuum(statement, target, found.found().get());
            } else if (!found.isAbsent()) {
                acts.uncertain();
                acts.add(
                        Act.of(operation(statement)).on(Role.TABLE, scene.keys().unknown(name)));
            }
        }
    }

    private void vacuum(Vacuum statement, Vacuum.Target target, Relation relation) {
        if (target.only() && relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED) {
            vacuumTable(statement, table);
            acts.add(Act.of(Operation.SAMPLE).on(Role.TABLE, scene.keysOf(scene.descendants(table))));
        } else {
            family(relation).forEach(member -> vacuum(statement, member));
        }
        if (relation instanceof Table table && scene.certain(table)) {
            target.columns().stream()
                    .filter(column -> table.column(column.value()).isEmpty())
                    .findFirst()
                    .ifPresent(column -> acts.fail("42703", Subject.in(table, ObjectKind.COLUMN, column)));
        }
    }

    /** Partitions go with their table; children by plain inheritance do not, except for being sampled. */
    private List<Relation> family(Relation relation) {
        return relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED
                ? List.copyOf(scene.family(table))
                : List.of(relation);
    }

    private void vacuum(Vacuum statement, Relation relation) {
        switch (relation) {
            case Table table -> vacuumTable(statement, table);
            case View view -> {
                if (view.materialized()) {
                    work(
                            operation(statement),
                            view,
                            scene.keys().of(scene.schema().indexesOf(view.id())));
                }
            }
            default -> {}
        }
    }

    private void vacuumTable(Vacuum statement, Table table) {
        if (table.kind() == Table.Kind.FOREIGN) {
            return;
        }
        if (table.kind() == Table.Kind.PARTITIONED) {
            acts.add(Act.of(parentOperation(statement)).on(Role.TABLE, scene.key(table)));
            return;
        }
        work(operation(statement), table, scene.storedIndexes(table));
        boolean samplesChildren = !statement.vacuum() || has(statement, "analyze");
        if (samplesChildren && !scene.descendants(table).isEmpty()) {
            scene.descendants(table)
                    .forEach(child -> acts.add(Act.of(Operation.ANALYZE_CHILD).on(Role.TABLE, scene.key(child))));
        }
    }

    private void work(Operation operation, Relation relation, List<RelationKey> indexes) {
        acts.add(Act.of(operation).on(Role.TABLE, scene.keys().of(relation)).on(Role.INDEXES, indexes));
    }

    private static Operation operation(Vacuum statement) {
        if (!statement.vacuum()) {
            return Operation.ANALYZE;
        }
        if (has(statement, "full")) {
            return Operation.VACUUM_FULL;
        }
        if (!has(statement, "analyze")) {
            boolean toastOnly = has(statement, "process_main") != said(statement, "process_main");
            return toastOnly ? Operation.VACUUM_TOAST : Operation.VACUUM;
        }
        return Operation.VACUUM_ANALYZE;
    }

    private static Operation parentOperation(Vacuum statement) {
        if (!statement.vacuum()) {
            return Operation.ANALYZE_PARENT;
        }
        return has(statement, "full") ? Operation.VACUUM_FULL_PARENT : Operation.VACUUM_PARENT;
    }

    private static boolean has(Vacuum statement, String name) {
        return statement.options().stream().filter(o -> o.name().equals(name)).anyMatch(MaintenanceEffects::on);
    }

    private static boolean said(Vacuum statement, String name) {
        return statement.options().stream().anyMatch(o -> o.name().equals(name));
    }

    private static boolean on(Option option) {
        return option.value()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(List.of("false", "off", "0")::contains)
                .isEmpty();
    }

    void cluster(Cluster statement) {
        if (statement.table().isEmpty()) {
            acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
            scene.schema().relations().stream()
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .filter(table -> table.clusteredOn().isPresent())
                    .forEach(table -> work(Operation.CLUSTER_ALL, table, scene.storedIndexes(table)));
            return;
        }
        QualifiedName name = statement.table().get();
        Lookup<Relation> found = scene.schema().relation(name);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            return;
        }
        RelationKey key =
                found.found().map(scene.keys()::of).orElseGet(() -> scene.keys().unknown(name));
        List<Index> indexes =
                found.found().map(r -> scene.schema().indexesOf(r.id())).orElse(List.of());
        boolean missing = statement
                .index()
                .filter(index -> indexes.stream().noneMatch(i -> i.name().name().equals(index.value())))
                .isPresent();
        if (missing && found.found().isPresent() && scene.schema().complete()) {
            acts.add(Act.of(Operation.CLUSTER_ON).on(Role.TABLE, key));
            acts.fail("42704", Subject.of(ObjectKind.INDEX, statement.index().get()));
        }
        if (found.found().orElse(null) instanceof Table table && table.kind() == Table.Kind.PARTITIONED) {
            partitioned(statement, table);
            return;
        }
        boolean unmarked = statement.index().isEmpty()
                && found.found().orElse(null) instanceof Table table
                && scene.certain(table)
                && table.clusteredOn().isEmpty();
        if (unmarked) {
            acts.add(Act.of(Operation.CLUSTER_REFUSED).on(Role.TABLE, key));
            acts.fail("42704", name + " was never clustered: an index must be named.");
        }
        acts.add(Act.of(Operation.CLUSTER)
                .on(Role.TABLE, key)
                .on(Role.INDEXES, scene.keys().of(indexes)));
    }

    private void partitioned(Cluster statement, Table table) {
        if (!scene.since(15)) {
            acts.add(Act.of(Operation.CLUSTER_REFUSED).on(Role.TABLE, scene.key(table)));
            acts.fail("0A000", "A partitioned table cannot be clustered before 15.");
            return;
        }
        acts.add(Act.of(Operation.CLUSTER_PARENT)
                .on(Role.TABLE, scene.key(table))
                .on(
                        Role.INDEX,
                        statement.index().stream()
                                .flatMap(name -> scene.schema().indexesOf(table.id()).stream()
                                        .filter(index -> index.name().name().equals(name.value())))
                                .map(scene.keys()::of)
                                .toList()));
        scene.descendants(table).stream()
                .filter(leaf -> leaf.kind() == Table.Kind.PLAIN)
                .forEach(leaf -> work(Operation.CLUSTER_ALL, leaf, scene.storedIndexes(leaf)));
    }

    void moveTablespace(MoveTablespace statement) {
        String from = statement.from().value();
        for (Relation relation : scene.schema().relations()) {
            Optional<String> lies = switch (relation) {
                case Table table when statement.kind() == ObjectKind.TABLE -> table.tablespace();
                case Index index when statement.kind() == ObjectKind.INDEX -> index.tablespace();
                default -> Optional.empty();
            };
            if (lies.filter(from::equals).isPresent()) {
                acts.add(
                        relation instanceof Index
                                ? Act.of(Operation.MOVE_INDEX)
                                        .on(Role.INDEX, scene.keys().of(relation))
                                : Act.of(Operation.SET_TABLESPACE)
                                        .on(Role.TABLE, scene.keys().of(relation)));
            }
        }
    }
}

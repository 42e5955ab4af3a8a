package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.PartitionBound;
import io.github.migralint.ast.Persistence;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** ATTACH PARTITION of a table. */
final class PartitionAttachment {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.AttachPartition action;

    PartitionAttachment(AlterStep step, AlterAction.AttachPartition action) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
    }

    void attach() {
        Table parent = step.table();
        acts.add(Act.of(Operation.ATTACH_PARTITION).on(Role.PARENT, step.key()).at(action.span()));
        if (step.certain() && parent.kind() != Table.Kind.PARTITIONED) {
            acts.fail(scene.since(18) ? "42809" : "42P17", "Table " + step.name() + " is not partitioned.");
            return;
        }
        Lookup<Relation> found = scene.schema().relation(action.partition());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, action.partition()));
        }
        if (found.found().orElse(null) instanceof Table partition) {
            attach(partition);
        } else if (found.found().isPresent()) {
            acts.add(Act.of(Operation.ATTACH_PARTITION)
                    .on(Role.PARTITION, found.found().map(scene.keys()::of))
                    .at(action.span()));
            acts.fail("42809", action.partition() + " is no table.");
        } else {
            RelationKey unknown = scene.keys().unknown(action.partition());
            acts.uncertain();
            acts.add(Act.of(Operation.ATTACH_PARTITION)
                    .on(Role.PARTITION, unknown)
                    .at(action.span()));
            acts.add(Act.of(Operation.VERIFY_PARTITION).on(Role.TABLE, unknown).at(action.span()));
        }
    }

    private void attach(Table partition) {
        Optional<Table> rest = scene.defaultPartition(step.table());
        acts.add(Act.of(Operation.ATTACH_PARTITION)
                .on(Role.PARENT, step.key())
                .on(Role.PARTITION, scene.keysOf(scene.family(partition)))
                .on(
                        Role.DEFAULT_PARTITION,
                        rest.map(scene::family).map(scene::keysOf).orElse(List.of()))
                .at(action.span()));
        refuse(partition);
        if (acts.failed()) {
            return;
        }
        action.bound().ifPresent(bound -> verify(partition, bound));
        indexes();
        foreignKeys(partition);
        referenced(partition);
    }

    private void refuse(Table partition) {
        String name = partition.name().name();
        if (partition.partitionOf().isPresent()) {
            acts.fail("42809", name + " is a partition already.");
        } else if (!partition.inherits().isEmpty()) {
            acts.fail("42809", name + " inherits from another table.");
        }
        boolean temporary = partition.persistence() == Persistence.TEMPORARY;
        if (temporary != (step.table().persistence() == Persistence.TEMPORARY)) {
            acts.fail("42809", "Temporary tables and others cannot be partitions of one another.");
        }
        if (step.certain() && scene.certain(partition)) {
            refuseColumns(partition);
        }
        action.bound().ifPresent(bound -> new PartitionBounds(scene, acts, step.table()).refuse(bound, name));
        if (step.certain() && scene.certain(partition)) {
            refuseConstraints(partition);
        }
    }

    private void refuseColumns(Table partition) {
        Table parent = step.table();
        partition.columns().stream()
                .filter(column -> parent.column(column.name()).isEmpty())
                .findFirst()
                .ifPresent(column -> acts.fail("42804", "The parent has no column " + column.name() + "."));
        for (Column column : parent.columns()) {
            Optional<Column> own = partition.column(column.name());
            if (own.isEmpty()) {
                acts.fail("42804", "The partition has no column " + column.name() + ".");
            } else if (differs(column, own.get())) {
                acts.fail("42804", "Column " + column.name() + " has another type in the partition.");
            } else if (column.notNull() && !own.get().notNull()) {
                acts.fail("42804", "Column " + column.name() + " must be NOT NULL in the partition.");
            }
        }
    }

    private static boolean differs(Column one, Column other) {
        Optional<DataType> a = one.type();
        Optional<DataType> b = other.type();
        return a.isPresent()
                && b.isPresent()
                && !a.get().toString().equals(b.get().toString());
    }

    private void refuseConstraints(Table partition) {
        step.table().constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.CHECK && !c.noInherit())
                .filter(c -> partition.constraint(c.name()).isEmpty())
                .findFirst()
                .ifPresent(c -> acts.fail("42804", "The partition has no constraint " + c.name() + "."));
    }

    private void verify(Table partition, PartitionBound bound) {
        var bounds = new PartitionBounds(scene, acts, step.table());
        for (Table leaf : scene.family(partition)) {
            if (!bounds.provedWithin(bound, partition) && !bounds.provedWithin(bound, leaf)) {
                acts.add(Act.of(Operation.VERIFY_PARTITION)
                        .on(Role.TABLE, scene.key(leaf))
                        .because("verifies that every row belongs to the partition")
                        .at(action.span()));
                acts.risk(scene.key(leaf), "23514", "rows that do not belong to the partition");
            }
        }
        bounds.verifyDefault(bound, action.span());
    }

    /** Every index of the parent gets its counterpart: one that is there, or a new one. */
    private void indexes() {
        List<RelationKey> ofParent = scene.indexes(step.table());
        acts.add(Act.of(Operation.MATCH_INDEX_OF_PARTITION).on(Role.PARENT_INDEX, ofParent));
        for (Index index : step.trial().createdIndexes()) {
            scene.schema()
                    .table(index.table())
                    .ifPresent(table -> acts.add(Act.of(Operation.ATTACH_INDEX_OF_PARTITION)
                            .on(Role.TABLE, scene.key(table))
                            .on(Role.NEW_INDEX, scene.keys().created(index))
                            .at(action.span())));
        }
    }

    private void foreignKeys(Table partition) {
        for (Constraint constraint : step.table().constraints()) {
            Optional<Table> referenced =
                    constraint.foreignKey().flatMap(ForeignKey::table).flatMap(scene.schema()::table);
            if (referenced.isEmpty()) {
                continue;
            }
            boolean present = hasSame(partition, constraint);
            Table target = referenced.get();
            acts.add(
                    present
                            ? Act.of(Operation.ATTACH_FOREIGN_KEY_PRESENT).on(Role.REFERENCED, scene.key(target))
                            : Act.of(Operation.ATTACH_FOREIGN_KEY)
                                    .on(Role.TABLE, scene.key(partition))
                                    .on(Role.INDEXES, scene.storedIndexes(partition))
                                    .on(Role.REFERENCED, scene.keysOf(scene.family(target)))
                                    .on(Role.REFERENCED_INDEXES, scene.storedIndexes(target))
                                    .on(Role.SCANNED, rows(partition) ? scene.keysOf(scene.family(target)) : List.of())
                                    .because("verifies the foreign key " + constraint.name() + " of the parent")
                                    .at(action.span()));
        }
    }

    private boolean rows(Table partition) {
        return !scene.certain(partition) || scene.filled(partition);
    }

    private boolean hasSame(Table partition, Constraint constraint) {
        return partition.constraints().stream()
                .filter(own -> own.kind() == Constraint.Kind.FOREIGN_KEY)
                .anyMatch(own -> own.foreignKey()
                                .flatMap(ForeignKey::table)
                                .equals(constraint.foreignKey().flatMap(ForeignKey::table))
                        && names(partition, own.columns()).equals(names(step.table(), constraint.columns())));
    }

    private static List<String> names(Table table, List<ObjectId> columns) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .map(Column::name)
                .toList();
    }

    /** Foreign keys that point at the parent point at the new partition too. */
    private void referenced(Table partition) {
        for (Table referencing : scene.schema().referencing(step.table().id())) {
            List<RelationKey> keys = scene.schema().indexesOf(partition.id()).stream()
                    .filter(Index::unique)
                    .map(scene.keys()::of)
                    .toList();
            acts.add(Act.of(Operation.REFERENCED_NEW_PARTITION)
                    .on(Role.REFERENCING, scene.key(referencing))
                    .on(Role.INDEX, keys)
                    .at(action.span()));
        }
    }
}

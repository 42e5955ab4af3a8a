package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** DETACH PARTITION. */
final class PartitionDetachment {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.DetachPartition action;

    PartitionDetachment(AlterStep step, AlterAction.DetachPartition action) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
    }

    private Operation operation() {
        if (action.finalizing()) {
            return Operation.DETACH_PARTITION_FINALIZE;
        }
        return action.concurrently() ? Operation.DETACH_PARTITION_CONCURRENTLY : Operation.DETACH_PARTITION;
    }

    void detach() {
        acts.add(Act.of(operation()).on(Role.PARENT, step.key()).at(action.span()));
        Optional<Table> rest = scene.defaultPartition(step.table());
        if (action.concurrently() && rest.isPresent()) {
            acts.fail("55000", "With a default partition nothing can be detached concurrently.");
        }
        Lookup<Relation> found = scene.schema().relation(action.partition());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, action.partition()));
        }
        if (!(found.found().orElse(null) instanceof Table partition)) {
            acts.uncertain();
            acts.add(Act.of(operation())
                    .on(Role.PARENT, step.key())
                    .on(Role.PARTITION, scene.keys().unknown(action.partition()))
                    .at(action.span()));
            return;
        }
        boolean member = partition
                .partitionOf()
                .filter(membership -> membership.parent().equals(step.table().id()))
                .isPresent();
        if (!member && scene.certain(partition)) {
            acts.fail("42P01", "Table " + action.partition() + " is no partition of " + step.name() + ".");
        }
        detach(partition, rest);
        if (action.finalizing()) {
            acts.fail("55000", "No interrupted detach is known that could be completed.");
        }
    }

    private void detach(Table partition, Optional<Table> rest) {
        acts.add(Act.of(operation())
                .on(Role.PARENT, step.key())
                .on(Role.PARTITION, scene.key(partition))
                .on(Role.SUBPARTITION, scene.keysOf(scene.descendants(partition)))
                .on(Role.PARTITION_INDEXES, attachedIndexes(partition))
                .on(Role.DEFAULT_PARTITION, rest.map(scene::key))
                .on(Role.REFERENCED, action.concurrently() ? referenced() : List.of())
                .at(action.span()));
        if (action.concurrently()) {
            scene.schema()
                    .referencing(step.table().id())
                    .forEach(referencing -> acts.add(Act.of(Operation.DETACH_REFERENCED_CONCURRENTLY)
                            .on(Role.PARTITION_INDEXES, scene.storedIndexes(partition))
                            .on(Role.REFERENCING, scene.key(referencing))
                            .on(Role.REFERENCING_INDEXES, scene.storedIndexes(referencing))
                            .on(Role.SCANNED, scene.filled(referencing) ? List.of(scene.key(referencing)) : List.of())
                            .because("verifies that nothing points into the partition")
                            .at(action.span())));
        }
        if (!action.concurrently() && !action.finalizing()) {
            boolean triggers = step.table().triggers().stream().anyMatch(trigger -> trigger.forEachRow());
            if (triggers) {
                acts.add(Act.of(Operation.CHANGE_ALONG).on(Role.RELATION, scene.key(partition)));
            }
            acts.add(Act.of(Operation.DETACH_REFERENCING_PARTITION)
                    .on(Role.REFERENCED, referenced())
                    .at(action.span()));
            scene.schema().referencing(step.table().id()).forEach(referencing -> verify(partition, referencing));
        }
    }

    private List<RelationKey> attachedIndexes(Table partition) {
        return scene.schema().indexesOf(partition.id()).stream()
                .filter(index -> index.parent().isPresent())
                .map(scene.keys()::of)
                .toList();
    }

    private List<RelationKey> referenced() {
        return step.table().constraints().stream()
                .map(Constraint::foreignKey)
                .flatMap(Optional::stream)
                .map(ForeignKey::table)
                .flatMap(Optional::stream)
                .flatMap(id -> scene.schema().table(id).stream())
                .flatMap(table -> scene.family(table).stream())
                .map(scene::key)
                .toList();
    }

    private void verify(Table partition, Table referencing) {
        acts.add(Act.of(Operation.DETACH_REFERENCED_PARTITION)
                .on(Role.PARTITION, scene.key(partition))
                .on(Role.PARTITION_INDEXES, scene.storedIndexes(partition))
                .on(Role.REFERENCING, scene.key(referencing))
                .on(Role.REFERENCING_INDEXES, scene.storedIndexes(referencing))
                .on(Role.SCANNED, scene.key(referencing))
                .because("verifies that nothing points into the partition")
                .at(action.span()));
        acts.risk(scene.key(referencing), "23503", "rows that point into the partition");
    }
}

package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** ATTACH PARTITION and DETACH PARTITION of tables. */
final class PartitionAttachment {
    private final Change change;

    PartitionAttachment(Change change) {
        this.change = change;
    }

    void attach(ObjectId parentId, Table partition, Membership membership) {
        Table parent = change.table(parentId);
        change.edit(partition.id(), draft -> {
            draft.partitionOf(Optional.of(membership));
            draft.columns()
                    .replaceAll(column ->
                            column.withIdentity(parent.column(column.name()).flatMap(Column::identity)));
        });
        var constraints = new Constraints(change);
        constraints.inherit(parent, partition.id());
        new PartitionTree(change).spreadAll(parent, change.table(partition.id()));
        for (Constraint constraint : parent.constraints()) {
            if (constraint.kind() == Constraint.Kind.FOREIGN_KEY) {
                inheritForeignKey(parent, constraint, change.table(partition.id()));
            }
        }
        new Triggers(change).copyToPartition(parent, partition.id());
    }

    private void inheritForeignKey(Table parent, Constraint constraint, Table partition) {
        var columns = PartitionTree.translate(constraint.columns(), parent, partition);
        Optional<Constraint> same = partition.constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.FOREIGN_KEY)
                .filter(c -> c.columns().equals(columns))
                .filter(c -> c.foreignKey()
                        .flatMap(fk -> fk.table())
                        .equals(constraint.foreignKey().flatMap(fk -> fk.table())))
                .findFirst();
        if (same.isPresent()) {
            change.edit(partition.id(), draft -> draft.editConstraint(same.get().id(), c -> c.withInherited(true)));
        } else {
            new Constraints(change).copyForeignKey(constraint, parent, partition);
        }
    }

    void detach(Table partition) {
        change.edit(partition.id(), draft -> {
            draft.partitionOf(Optional.empty());
            draft.constraints().replaceAll(c -> c.withInherited(false));
            draft.columns().replaceAll(column -> column.withIdentity(Optional.empty()));
        });
        for (Index index : change.now().indexesOf(partition.id())) {
            change.schema().put(index.withParent(Optional.empty()));
        }
    }
}

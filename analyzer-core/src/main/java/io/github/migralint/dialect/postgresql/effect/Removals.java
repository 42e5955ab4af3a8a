package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * Locks on everything that goes when something is dropped.
 *
 * @param scene what the statement sees
 * @param acts where the effects go
 */
record Removals(Scene scene, Acts acts) {
    /** Charges what a trial removed, and what it changed in passing. */
    void charge(Trial trial) {
        for (Relation relation : trial.removed()) {
            acts.add(Act.of(Operation.DROP_ALONG).on(Role.RELATION, scene.keys().of(relation)));
            if (relation instanceof Index index) {
                tableOf(index.table());
            }
        }
        for (SchemaObject object : trial.changed()) {
            if (object instanceof Table table) {
                acts.add(Act.of(Operation.CHANGE_ALONG).on(Role.RELATION, scene.key(table)));
            }
        }
        trial.removedForeignKeys().forEach(this::foreignKey);
    }

    private void tableOf(ObjectId table) {
        scene.schema()
                .object(table)
                .filter(Relation.class::isInstance)
                .map(found -> (Relation) found)
                .ifPresent(found -> acts.add(Act.of(Operation.CHANGE_ALONG)
                        .on(Role.RELATION, scene.keys().of(found))));
    }

    /** The triggers of a foreign key sit on both tables, and on all partitions of either. */
    private void foreignKey(Trial.Gone gone) {
        boolean copyOnPartition = gone.constraint().inherited();
        if (copyOnPartition) {
            return;
        }
        Set<ObjectId> seen = new HashSet<>();
        gone.constraint()
                .foreignKey()
                .flatMap(ForeignKey::table)
                .flatMap(scene.schema()::table)
                .ifPresent(referenced -> scene.family(referenced).stream()
                        .filter(member -> seen.add(member.id()))
                        .forEach(member -> acts.add(Act.of(Operation.DROP_FOREIGN_KEY)
                                .on(Role.TABLE, scene.key(gone.table()))
                                .on(Role.REFERENCED, scene.key(member)))));
    }
}

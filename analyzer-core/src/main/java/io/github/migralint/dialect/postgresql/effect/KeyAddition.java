package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** The index behind a new UNIQUE, PRIMARY KEY or EXCLUDE constraint, on the table and on every partition. */
final class KeyAddition {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final Span place;
    private final boolean primary;

    KeyAddition(AlterStep step, Span place, boolean primary) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.place = place;
        this.primary = primary;
    }

    /** Builds it over columns of the table, or over none that are known by name. */
    void build(List<String> columns) {
        acts.add(step.act(Operation.ADD_UNIQUE).at(place));
        if (primary && step.table().primaryKey().isPresent()) {
            acts.fail("42P16", "Table " + step.name() + " has a primary key already.");
        }
        refuseMissingPartitionKey(columns);
        if (acts.failed()) {
            return;
        }
        for (Index index : step.trial().createdIndexes()) {
            built(index);
        }
        if (step.table().id().value() < 0) {
            acts.add(step.act(Operation.ADD_UNIQUE).at(place));
            unknownIndex();
        }
        step.trial().changed().stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .forEach(this::taken);
        acts.risk(step.key(), "23505", "rows that are equal in what must be unique");
    }

    private void unknownIndex() {
        step.trial().after().relations().stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .filter(index -> step.trial().before().object(index.id()).isEmpty())
                .forEach(index -> acts.add(step.act(Operation.ADD_UNIQUE)
                        .on(Role.NEW_INDEX, scene.keys().created(index))
                        .at(place)));
    }

    private void built(Index index) {
        Optional<Table> table = scene.schema().table(index.table());
        if (table.isEmpty()) {
            return;
        }
        boolean own = table.get().id().equals(step.table().id());
        String reason = primary ? "builds the index of the primary key" : "builds the index of the constraint";
        acts.add((own ? step.act(Operation.ADD_UNIQUE) : partition(table.get()))
                .on(Role.NEW_INDEX, scene.keys().created(index))
                .because(reason)
                .at(place));
    }

    private Act partition(Table partition) {
        return Act.of(Operation.ADD_UNIQUE_TO_PARTITION).on(Role.TABLE, scene.key(partition));
    }

    /** An index that a partition has already becomes part of the new one. */
    private void taken(Index index) {
        scene.schema()
                .table(index.table())
                .filter(table -> !table.id().equals(step.table().id()))
                .ifPresent(table -> acts.add(Act.of(Operation.TAKE_PARTITION_INDEX)
                        .on(Role.TABLE, scene.key(table))
                        .on(Role.INDEX, scene.keys().of(index))
                        .at(place)));
    }

    private void refuseMissingPartitionKey(List<String> columns) {
        step.table().partitioning().ifPresent(partitioning -> {
            boolean covered = !partitioning.hasExpressions()
                    && partitioning.columns().stream().allMatch(id -> columns.contains(name(id)));
            if (!covered && !columns.isEmpty()) {
                acts.fail("0A000", "A unique constraint must include all columns of the partition key.");
            }
        });
    }

    private String name(ObjectId column) {
        return step.table().column(column).map(Column::name).orElse("");
    }
}

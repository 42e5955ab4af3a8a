package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Indexes of partitioned tables, each with a counterpart on every partition. */
final class PartitionTree {
    private final Change change;

    PartitionTree(Change change) {
        this.change = change;
    }

    /** Gives every partition the counterpart of an index of its parent. */
    void spread(Index parent) {
        for (Table partition : change.now().childrenOf(parent.table())) {
            if (partition.kind() != Table.Kind.FOREIGN) {
                ensure(parent, partition);
            }
        }
    }

    /** Gives one partition the counterparts of all indexes of its parent. */
    void spreadAll(Table parent, Table partition) {
        for (Index index : change.now().indexesOf(parent.id())) {
            ensure(index, partition);
        }
    }

    private void ensure(Index parent, Table partition) {
        Optional<Index> attached = change.now().indexesOf(partition.id()).stream()
                .filter(index -> index.parent().filter(parent.id()::equals).isPresent())
                .findFirst();
        if (attached.isPresent()) {
            return;
        }
        Optional<Index> match = change.now().indexesOf(partition.id()).stream()
                .filter(index -> index.parent().isEmpty())
                .filter(index ->
                        parent.constraint().isEmpty() || index.constraint().isPresent())
                .filter(index -> alike(parent, index))
                .findFirst();
        if (match.isPresent()) {
            attach(parent, match.get());
        } else {
            copy(parent, partition);
        }
    }

    private boolean alike(Index parent, Index index) {
        return parent.unique() == index.unique()
                && parent.method().equals(index.method())
                && keys(parent).equals(keys(index))
                && parent.predicate()
                        .map(e -> e.normalized())
                        .equals(index.predicate().map(e -> e.normalized()));
    }

    private List<String> keys(Index index) {
        Table table = change.table(index.table());
        return index.parts().stream()
                .map(part -> part.column()
                        .flatMap(table::column)
                        .map(Column::name)
                        .or(() -> part.expression().map(e -> "(" + e.normalized() + ")"))
                        .orElse("?"))
                .toList();
    }

    /** Makes an index of a partition a part of an index of the parent. */
    void attach(Index parent, Index index) {
        change.schema().put(index.withParent(Optional.of(parent.id())));
        index.constraint()
                .ifPresent(constraint -> change.edit(
                        index.table(), draft -> draft.editConstraint(constraint, c -> c.withInherited(true))));
        if (index.partitioned()) {
            spread(index);
        }
    }

    private void copy(Index parent, Table partition) {
        Table source = change.table(parent.table());
        boolean partitioned = partition.kind() == Table.Kind.PARTITIONED;
        var unnamed = new Index(
                change.schema().newId(),
                partition.name(),
                partition.id(),
                parent.parts().stream()
                        .map(part -> part(part, source, partition))
                        .toList(),
                translate(parent.include(), source, partition),
                parent.unique(),
                true,
                parent.method(),
                parent.nullsNotDistinct(),
                parent.predicate(),
                translate(parent.predicateColumns(), source, partition),
                partitioned,
                Optional.of(parent.id()),
                Optional.empty(),
                parent.tablespace(),
                change.origin());
        Optional<Constraint> constraint = parent.constraint()
                .flatMap(id -> source.constraints().stream()
                        .filter(c -> c.id().equals(id))
                        .findFirst());
        Index index = unnamed.withName(nameOf(unnamed, partition, constraint));
        change.schema().put(index);
        constraint.ifPresent(c -> copyConstraint(c, index, source, partition));
        if (partitioned) {
            spread(change.now().index(index.id()).orElseThrow());
        }
    }

    private ObjectName nameOf(Index index, Table partition, Optional<Constraint> constraint) {
        if (constraint.isEmpty()) {
            return new IndexBuilding(change).generatedName(index, partition.name(), partition.columns());
        }
        String name = IndexConstraints.generatedName(
                change, index, partition, constraint.get().kind());
        return new ObjectName(partition.name().schema(), name);
    }

    private void copyConstraint(Constraint constraint, Index index, Table source, Table partition) {
        var copy = new Constraint(
                change.schema().newId(),
                index.name().name(),
                constraint.kind(),
                translate(constraint.columns(), source, partition),
                Optional.empty(),
                Optional.empty(),
                Optional.of(index.id()),
                true,
                true,
                constraint.deferrable(),
                false,
                true,
                change.origin());
        change.edit(partition.id(), draft -> draft.constraints().add(copy));
        change.schema().put(index.withConstraint(Optional.of(copy.id())));
    }

    static IndexPart part(IndexPart part, Table from, Table to) {
        return new IndexPart(
                part.column()
                        .flatMap(id -> translate(List.of(id), from, to).stream().findFirst()),
                part.expression(),
                translate(part.mentions(), from, to),
                part.collation(),
                part.operatorClass(),
                part.descending());
    }

    /** The columns of another table that have the same names. */
    static List<ObjectId> translate(List<ObjectId> columns, Table from, Table to) {
        return columns.stream()
                .map(from::column)
                .flatMap(Optional::stream)
                .map(column -> to.column(column.name()))
                .flatMap(Optional::stream)
                .map(Column::id)
                .filter(Objects::nonNull)
                .toList();
    }

    /** ALTER INDEX … ATTACH PARTITION: the parent is complete once every partition has its counterpart. */
    void attachIndex(Index parent, Index part) {
        change.schema().put(part.withParent(Optional.of(parent.id())));
        part.constraint()
                .ifPresent(constraint -> change.edit(
                        part.table(), draft -> draft.editConstraint(constraint, c -> c.withInherited(true))));
        validate(change.now().index(parent.id()).orElseThrow());
    }

    private void validate(Index parent) {
        List<Table> partitions = change.now().childrenOf(parent.table());
        boolean complete = partitions.stream()
                .allMatch(partition -> change.now().indexesOf(partition.id()).stream()
                        .anyMatch(index -> index.valid()
                                && index.parent().filter(parent.id()::equals).isPresent()));
        if (complete && !parent.valid()) {
            change.schema().put(parent.withValid(true));
            parent.parent().flatMap(change.now()::index).ifPresent(this::validate);
        }
    }
}

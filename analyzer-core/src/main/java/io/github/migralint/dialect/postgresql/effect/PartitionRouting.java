package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * Where the rows of a partitioned table go, as far as their key is written out.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record PartitionRouting(Scene scene, Acts acts) {
    /** Rows go down to their partitions; a partition looks at the table above it for the rows it may take. */
    void insert(Insert statement, Table table) {
        List<String> columns = statement.columns().isEmpty()
                ? table.columns().stream().map(Column::name).toList()
                : statement.columns().stream().map(Identifier::value).toList();
        List<List<List<Token>>> rows = RowValues.rows(statement);
        if (table.kind() == Table.Kind.PARTITIONED) {
            rows.forEach(row -> route(table, columns, row));
        }
        withinParents(table);
        for (Table parent : scene.parents(table)) {
            if (parent.kind() == Table.Kind.PARTITIONED) {
                rows.forEach(row -> refuseForeign(table, parent, columns, row));
            }
        }
    }

    /** The bound of a partition is read from the tables above it. */
    void withinParents(Table partition) {
        scene.ancestors(partition)
                .forEach(parent -> acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, scene.key(parent))));
    }

    private void route(Table parent, List<String> columns, List<List<Token>> row) {
        Optional<BoundValue> value = key(parent, columns, row);
        List<Table> children = scene.schema().childrenOf(parent.id());
        boolean comparable = children.stream()
                .allMatch(child -> PartitionBounds.boundOf(child)
                        .filter(bound -> bound instanceof Bound.Range
                                || bound instanceof Bound.OneOf
                                || bound instanceof Bound.Rest)
                        .isPresent());
        if (value.isEmpty() || !comparable) {
            return;
        }
        Optional<Table> target = children.stream()
                .filter(child -> PartitionBounds.boundOf(child)
                        .filter(bound -> contains(bound, value.get()))
                        .isPresent())
                .findFirst()
                .or(() -> scene.defaultPartition(parent));
        if (target.isPresent()) {
            acts.add(Act.of(Operation.WRITE_ROWS).on(Role.TABLE, scene.key(target.get())));
            if (target.get().kind() == Table.Kind.PARTITIONED) {
                route(target.get(), columns, row);
            }
        } else if (scene.certain(parent)) {
            acts.fail("23514", "No partition of " + parent.name().name() + " takes the row.");
        }
    }

    private void refuseForeign(Table partition, Table parent, List<String> columns, List<List<Token>> row) {
        Optional<BoundValue> value = key(parent, columns, row);
        Optional<Bound> bound = PartitionBounds.boundOf(partition)
                .filter(found -> found instanceof Bound.Range || found instanceof Bound.OneOf);
        boolean foreign = value.isPresent() && bound.isPresent() && !contains(bound.get(), value.get());
        if (foreign) {
            acts.fail("23514", "The row does not belong to " + partition.name().name() + ".");
        }
    }

    /** The value of the one column that decides, if it is written out. */
    private Optional<BoundValue> key(Table parent, List<String> columns, List<List<Token>> row) {
        return new PartitionBounds(scene, acts, parent)
                .keyColumn()
                .map(columns::indexOf)
                .filter(at -> at >= 0 && at < row.size())
                .map(row::get)
                .filter(value -> value.size() == 1 && !Predicates.isName(value.get(0)))
                .map(BoundValue::of);
    }

    private static boolean contains(Bound bound, BoundValue value) {
        return switch (bound) {
            case Bound.Range range ->
                range.from().size() == 1
                        && notBelow(value, range.from().get(0))
                        && below(value, range.to().get(0));
            case Bound.OneOf list -> list.values().contains(value);
            case Bound.Hash ignored -> false;
            case Bound.Rest ignored -> false;
            case Bound.Other ignored -> false;
        };
    }

    private static boolean notBelow(BoundValue value, BoundValue least) {
        return least.kind() == BoundValue.Kind.LOWEST || value.compare(least).orElse(-1) >= 0;
    }

    private static boolean below(BoundValue value, BoundValue limit) {
        return limit.kind() == BoundValue.Kind.HIGHEST || value.compare(limit).orElse(1) < 0;
    }
}

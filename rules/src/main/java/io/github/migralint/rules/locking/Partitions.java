package io.github.migralint.rules.locking;

import io.github.migralint.history.Step;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The family of a partitioned table, as a step finds it. */
final class Partitions {
    private Partitions() {}

    /** A table, and the partitioned tables that it is a part of. */
    static Stream<ObjectId> withAncestors(Step step, ObjectId table) {
        return Stream.iterate(
                        Optional.of(table),
                        Optional::isPresent,
                        id -> id.flatMap(step.before()::table)
                                .flatMap(Table::partitionOf)
                                .map(Membership::parent))
                .map(Optional::orElseThrow);
    }

    /** The partition that takes what no other takes. */
    static Optional<Table> defaultOf(Step step, Table parent) {
        return step.before().childrenOf(parent.id()).stream()
                .filter(child -> child.partitionOf()
                        .flatMap(Membership::bound)
                        .filter(bound -> bound.isDefault())
                        .isPresent())
                .findFirst();
    }

    /** All tables below a table. */
    static List<Table> descendants(Step step, Table table) {
        var all = new ArrayList<Table>();
        for (Table child : step.before().childrenOf(table.id())) {
            all.add(child);
            all.addAll(descendants(step, child));
        }
        return all;
    }
}

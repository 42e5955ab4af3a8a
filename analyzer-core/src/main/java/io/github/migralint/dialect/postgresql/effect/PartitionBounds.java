package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.PartitionBound;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.Partitioning;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a new partition means for its siblings.
 *
 * @param scene what the statement sees
 * @param acts where the effects go
 * @param parent the partitioned table
 */
record PartitionBounds(Scene scene, Acts acts, Table parent) {
    /** Errors that the bound itself makes. */
    void refuse(PartitionBound written, String partition) {
        Bound bound = Bound.of(written);
        String strategy = parent.partitioning().map(Partitioning::strategy).orElse("");
        if (written.isDefault() && strategy.equals("hash")) {
            acts.fail("42P16", "A table partitioned by hash has no default partition.");
        }
        boolean wrongKind = !bound.strategy().isEmpty()
                && !strategy.isEmpty()
                && !bound.strategy().equals(strategy);
        if (wrongKind) {
            acts.fail("42P16", "The bound does not fit a table partitioned by " + strategy + ".");
        }
        Optional<Table> rest = scene.defaultPartition(parent);
        if (written.isDefault() && rest.isPresent()) {
            acts.add(Act.of(Operation.CREATE_PARTITION).on(Role.DEFAULT_PARTITION, scene.key(rest.get())));
            acts.fail("42P17", rest.get().name().name() + " is the default partition already.");
        }
        refuseModulus(bound, partition);
        if (bound.surelyEmpty()) {
            acts.fail("42P17", "The bound of " + partition + " is empty.");
        }
        for (Table sibling : scene.schema().childrenOf(parent.id())) {
            boolean overlaps = boundOf(sibling).filter(bound::surelyOverlaps).isPresent();
            if (overlaps) {
                acts.fail(
                        "42P17", partition + " would overlap " + sibling.name().name() + ".");
            }
        }
    }

    private void refuseModulus(Bound bound, String partition) {
        if (!(bound instanceof Bound.Hash hash) || hash.modulus() == 0) {
            return;
        }
        if (hash.remainder() >= hash.modulus()) {
            acts.fail("42P16", "The remainder must be less than the modulus.");
        }
        boolean misfit = scene.schema().childrenOf(parent.id()).stream()
                .flatMap(sibling -> boundOf(sibling).stream())
                .anyMatch(other -> other instanceof Bound.Hash sibling && !hash.fits(sibling));
        if (misfit) {
            acts.fail("42P17", "The modulus of " + partition + " does not fit its siblings.");
        }
    }

    static Optional<Bound> boundOf(Table partition) {
        return partition.partitionOf().flatMap(Membership::bound).map(Bound::of);
    }

    /** The one column of the partition key, if it is one column. */
    Optional<String> keyColumn() {
        return parent.partitioning()
                .filter(key -> !key.hasExpressions() && key.columns().size() == 1)
                .flatMap(key -> parent.column(key.columns().get(0)))
                .map(Column::name);
    }

    /** The default partition gives up what the new one takes: it is read unless a CHECK proves that it holds none. */
    void verifyDefault(PartitionBound written, Span place) {
        Optional<Table> rest = scene.defaultPartition(parent);
        if (rest.isEmpty() || written.isDefault()) {
            return;
        }
        for (Table leaf : scene.family(rest.get())) {
            boolean proved = keyColumn()
                    .filter(column -> Conditions.of(leaf).outside(Bound.of(written), column))
                    .isPresent();
            if (!proved) {
                acts.add(Act.of(Operation.VERIFY_DEFAULT_PARTITION)
                        .on(Role.TABLE, scene.key(leaf))
                        .because("verifies that no row belongs to the new partition")
                        .at(place));
                acts.risk(scene.key(leaf), "23514", "rows that belong to the new partition");
            }
        }
    }

    /** Whether the rows of a table that becomes a partition have to be read. */
    boolean provedWithin(PartitionBound written, Table leaf) {
        Optional<String> column = keyColumn();
        Bound bound = Bound.of(written);
        if (bound instanceof Bound.Rest) {
            List<Bound> siblings = scene.schema().childrenOf(parent.id()).stream()
                    .flatMap(sibling -> boundOf(sibling).stream())
                    .toList();
            return siblings.stream()
                    .allMatch(
                            sibling -> column.filter(name -> Conditions.of(leaf).outside(sibling, name))
                                    .isPresent());
        }
        return column.filter(name -> Conditions.of(leaf).within(bound, name)).isPresent();
    }
}

package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction.ChangePartitions;
import io.github.migralint.ast.PartitionDefinition;
import io.github.migralint.schema.Partitioning;
import java.util.List;
import java.util.Optional;

/** PARTITION BY, and the clauses that make, drop and fill partitions. */
final class PartitionChanges {
    private final Alteration alteration;
    private final ChangePartitions action;

    PartitionChanges(Alteration alteration, ChangePartitions action) {
        this.alteration = alteration;
        this.action = action;
    }

    void change() {
        if (lacksForm()) {
            return;
        }
        refuse();
        boolean exchange = action.operation() == ChangePartitions.Operation.EXCHANGE
                || action.operation() == ChangePartitions.Operation.CONVERT_TABLE_TO;
        if (exchange) {
            action.table()
                    .ifPresent(other -> alteration
                            .acts()
                            .lockForMoment(
                                    alteration.scene().key(alteration.scene().table(other))));
        }
        alteration.ask(Clause.of(operation(), label(), action.span()).because(reason()));
    }

    private boolean lacksForm() {
        return switch (action.operation()) {
            case CONVERT_TO_TABLE, CONVERT_TABLE_TO -> alteration.lacks(Form.CONVERT_PARTITION);
            case DISCARD_TABLESPACE, IMPORT_TABLESPACE -> alteration.lacks(Form.DISCARD_PARTITION);
            default -> false;
        };
    }

    private Operation operation() {
        return switch (action.operation()) {
            case PARTITION_BY -> Operation.PARTITION_TABLE;
            case REMOVE_PARTITIONING -> Operation.REMOVE_PARTITIONING;
            case ADD -> spreadsRows() ? Operation.ADD_HASH_PARTITION : Operation.ADD_PARTITION;
            case DROP -> Operation.DROP_PARTITION;
            case TRUNCATE -> Operation.TRUNCATE_PARTITION;
            case COALESCE -> Operation.COALESCE_PARTITION;
            case REORGANIZE -> Operation.REORGANIZE_PARTITION;
            case EXCHANGE -> Operation.EXCHANGE_PARTITION;
            case REBUILD -> Operation.REBUILD_PARTITION;
            case OPTIMIZE, ANALYZE, CHECK, REPAIR -> Operation.MAINTAIN_PARTITION;
            case DISCARD_TABLESPACE, IMPORT_TABLESPACE -> Operation.MOVE_PARTITION_TABLESPACE;
            case CONVERT_TO_TABLE, CONVERT_TABLE_TO -> Operation.CONVERT_PARTITION;
        };
    }

    /** A new partition of a hashed table takes rows from all others. */
    private boolean spreadsRows() {
        Optional<String> strategy = alteration.table().partitioning().map(Partitioning::strategy);
        boolean bounded = action.definitions().stream()
                .anyMatch(partition -> partition.bound().values().isPresent());
        return strategy.map(how -> how.contains("hash") || how.contains("key")).orElse(!bounded);
    }

    private String label() {
        return switch (action.operation()) {
            case PARTITION_BY -> "PARTITION BY";
            case REMOVE_PARTITIONING -> "REMOVE PARTITIONING";
            case DISCARD_TABLESPACE -> "DISCARD PARTITION";
            case IMPORT_TABLESPACE -> "IMPORT PARTITION";
            case CONVERT_TO_TABLE -> "CONVERT PARTITION";
            case CONVERT_TABLE_TO -> "CONVERT TABLE";
            default -> action.operation() + " PARTITION";
        };
    }

    private String reason() {
        return switch (action.operation()) {
            case PARTITION_BY -> "every row goes to its partition";
            case REMOVE_PARTITIONING -> "every row leaves its partition";
            default -> "rows go to other partitions";
        };
    }

    private void refuse() {
        boolean needsPartitions = action.operation() != ChangePartitions.Operation.PARTITION_BY;
        if (!alteration.certain() || !needsPartitions) {
            return;
        }
        Optional<Partitioning> partitioning = alteration.table().partitioning();
        if (partitioning.isEmpty()) {
            alteration.acts().fail("1505", "Table " + alteration.name() + " has no partitions.");
            return;
        }
        List<String> known = partitioning.get().partitions();
        if (known.isEmpty()) {
            return;
        }
        action.partitions().stream()
                .map(Identifier::value)
                .filter(name -> !has(known, name))
                .findFirst()
                .ifPresent(name -> alteration
                        .acts()
                        .fail(
                                action.operation() == ChangePartitions.Operation.TRUNCATE ? "1735" : "1507",
                                "Table " + alteration.name() + " has no partition " + name + "."));
        boolean adds = action.operation() == ChangePartitions.Operation.ADD;
        action.definitions().stream()
                .filter(ignored -> adds)
                .map(PartitionDefinition::name)
                .map(Identifier::value)
                .filter(name -> has(known, name))
                .findFirst()
                .ifPresent(name -> alteration
                        .acts()
                        .fail("1517", "Table " + alteration.name() + " has a partition " + name + " already."));
    }

    private static boolean has(List<String> names, String wanted) {
        return names.stream().anyMatch(name -> name.equalsIgnoreCase(wanted));
    }
}

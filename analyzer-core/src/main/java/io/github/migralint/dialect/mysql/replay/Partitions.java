package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction.ChangePartitions;
import io.github.migralint.ast.PartitionDefinition;
import io.github.migralint.ast.PartitionKey;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Partitioning;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How tables are divided, and what becomes of their partitions. */
final class Partitions {
    private static final int MOST_PARTITIONS = 8192;

    private final Change change;

    Partitions(Change change) {
        this.change = change;
    }

    /** The division that a key makes. */
    static Partitioning of(PartitionKey key, List<PartitionDefinition> partitions, TableDraft table) {
        List<ObjectId> columns = key.elements().stream()
                .flatMap(element -> element.column().stream())
                .flatMap(name -> table.column(name.value()).stream())
                .map(Column::id)
                .toList();
        boolean expressions =
                key.elements().stream().anyMatch(element -> element.expression().isPresent());
        List<ObjectId> mentions = key.elements().stream()
                .flatMap(element -> element.expression().stream())
                .flatMap(e -> Mentions.columns(e.tokens(), table.columns()).stream())
                .toList();
        return new Partitioning(key.strategy(), columns, expressions, mentions, names(key, partitions));
    }

    /** Partitions by hash that have no names get numbers. */
    private static List<String> names(PartitionKey key, List<PartitionDefinition> partitions) {
        boolean numbered = partitions.isEmpty()
                && (key.strategy().equals("hash") || key.strategy().equals("key"));
        int count = Math.min(key.count().orElse(1), MOST_PARTITIONS);
        return numbered
                ? IntStream.range(0, count).mapToObj(number -> "p" + number).toList()
                : names(partitions);
    }

    private static List<String> names(List<PartitionDefinition> partitions) {
        return partitions.stream().map(p -> p.name().value()).toList();
    }

    /** Applies a change to a draft. */
    void change(TableDraft table, Optional<Partitioning> before, ChangePartitions action) {
        List<String> present = before.map(Partitioning::partitions).orElse(List.of());
        switch (action.operation()) {
            case PARTITION_BY ->
                action.key().ifPresent(key -> table.partitioning(of(key, action.definitions(), table)));
            case REMOVE_PARTITIONING -> table.unpartitioned();
            case ADD -> put(table, before, with(present, present.size(), names(action.definitions())));
            case DROP -> {
                put(table, before, without(present, action.partitions()));
                table.holdsRows(false);
            }
            case REORGANIZE -> put(table, before, reorganized(present, action));
            case TRUNCATE -> table.holdsRows(false);
            case EXCHANGE -> {
                table.filled(true).holdsRows(false);
                action.table().ifPresent(this::mayHaveGotRows);
            }
            case CONVERT_TO_TABLE -> {
                put(table, before, without(present, action.partitions()));
                table.holdsRows(false);
                action.table().ifPresent(name -> copy(table, name));
            }
            case CONVERT_TABLE_TO -> {
                put(table, before, with(present, present.size(), names(action.definitions())));
                table.filled(true);
                action.table().flatMap(change::table).ifPresent(gone -> new Dropping(change).relation(gone));
            }
            case COALESCE, REBUILD, OPTIMIZE, ANALYZE, CHECK, REPAIR, DISCARD_TABLESPACE, IMPORT_TABLESPACE -> {}
        }
    }

    private static void put(TableDraft table, Optional<Partitioning> before, List<String> partitions) {
        before.ifPresent(partitioning -> table.partitioning(partitioning.withPartitions(partitions)));
    }

    private static List<String> with(List<String> present, int at, List<String> more) {
        var all = new ArrayList<>(present);
        all.addAll(at, more);
        return all;
    }

    private static List<String> without(List<String> present, List<Identifier> gone) {
        return present.stream().filter(name -> !contains(gone, name)).toList();
    }

    private static boolean contains(List<Identifier> names, String name) {
        return names.stream().anyMatch(other -> other.value().equalsIgnoreCase(name));
    }

    /** New partitions stand where the first of the old ones stood. */
    private static List<String> reorganized(List<String> present, ChangePartitions action) {
        int first = 0;
        while (first < present.size() && !contains(action.partitions(), present.get(first))) {
            first++;
        }
        List<String> left = without(present, action.partitions());
        return with(left, Math.min(first, left.size()), names(action.definitions()));
    }

    private void mayHaveGotRows(QualifiedName name) {
        change.table(name)
                .ifPresent(table ->
                        change.edit(table.id(), draft -> draft.filled(true).holdsRows(false)));
    }

    /** The partition becomes a table of its own, with the columns and indexes that it had. */
    private void copy(TableDraft table, QualifiedName name) {
        Table source = table.build();
        var draft = new TableDraft(change.schema().newId(), change.schema().nameForNew(name), change.origin())
                .caseless(true)
                .filled(source.filled());
        new LikeCopy(change).of(source, draft).forEach(change.schema()::put);
        change.schema().put(draft.unpartitioned().build());
    }
}

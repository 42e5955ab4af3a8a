package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.Version;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one step of a statement sees.
 *
 * @param schema the schema before the step
 * @param version the version of the server
 * @param context what the statement meets besides
 * @param keys names relations as they were before the statement
 */
record Scene(Schema schema, Version version, ExecutionContext context, RelationKeys keys) {
    private static final ObjectId NOWHERE = new ObjectId(-1);

    /** The same at a later step. */
    Scene later(Schema then) {
        return new Scene(then, version, context, keys);
    }

    boolean since(int major) {
        return version.major() >= major;
    }

    /** A table of which nothing is known but its name. */
    Table unknown(QualifiedName name) {
        String schemaName =
                name.schema().or(() -> schema.searchPath().stream().findFirst()).orElse("public");
        var draft = new TableDraft(NOWHERE, new ObjectName(schemaName, name.name()), Origin.BEFORE_HISTORY);
        draft.incomplete();
        return draft.build();
    }

    /** Whether the table is surely as the history shows it. */
    boolean certain(Table table) {
        return table.complete() && schema.complete() && !schema.uncertain(table.name());
    }

    /** Whether an object of that name that the history does not show is surely not there. */
    boolean knowsAll(QualifiedName name) {
        return schema.complete() && !schema.uncertain(name);
    }

    /**
     * The error of a name in a schema that is not there; most statements look for the schema first. Where a relation lies
     * the schema is there, whoever made it.
     */
    Optional<Problem> missingSchema(QualifiedName name) {
        return name.schema()
                .filter(wanted -> schema.complete() && !schema.schemas().contains(wanted))
                .filter(wanted -> !wanted.startsWith("pg_") && !wanted.equals("information_schema"))
                .filter(wanted -> schema.relations().stream()
                        .noneMatch(relation -> relation.name().schema().equals(wanted)))
                .map(wanted -> new Problem("3F000", "Schema " + wanted + " does not exist."));
    }

    /** The table with all that inherits from it, parents first. */
    List<Table> family(Table table) {
        var family = new ArrayList<Table>();
        collect(table, family);
        return family;
    }

    private void collect(Table table, List<Table> family) {
        if (family.stream().noneMatch(member -> member.id().equals(table.id()))) {
            family.add(table);
            schema.childrenOf(table.id()).forEach(child -> collect(child, family));
        }
    }

    /** All that inherits from the table. */
    List<Table> descendants(Table table) {
        return family(table).stream().skip(1).toList();
    }

    /** The tables that the table inherits from or is a partition of, direct ones only. */
    List<Table> parents(Table table) {
        var parents = new ArrayList<Table>();
        table.partitionOf().map(Membership::parent).flatMap(schema::table).ifPresent(parents::add);
        table.inherits().forEach(id -> schema.table(id).ifPresent(parents::add));
        return parents;
    }

    /** The partitioned tables above the table. */
    List<Table> ancestors(Table partition) {
        var ancestors = new ArrayList<Table>();
        Optional<Table> parent = partition.partitionOf().map(Membership::parent).flatMap(schema::table);
        while (parent.isPresent()) {
            ancestors.add(parent.get());
            parent = parent.get().partitionOf().map(Membership::parent).flatMap(schema::table);
        }
        return ancestors;
    }

    /** The default partition of a partitioned table. */
    Optional<Table> defaultPartition(Table parent) {
        return schema.childrenOf(parent.id()).stream()
                .filter(child -> child.partitionOf()
                        .flatMap(Membership::bound)
                        .filter(bound -> bound.isDefault())
                        .isPresent())
                .findFirst();
    }

    /** Whether the history itself put rows into the table, or into a table that hands them down. */
    boolean filled(Table table) {
        return table.filled() || ancestors(table).stream().anyMatch(Table::filled);
    }

    /** Whether the table surely holds rows, which must be known of it too. */
    boolean holdsRows(Table table) {
        return table.holdsRows() && !schema.uncertain(table.name());
    }

    RelationKey key(Table table) {
        return keys.of(table);
    }

    List<RelationKey> keysOf(List<Table> tables) {
        return keys.of(tables);
    }

    /** All indexes of a table. */
    List<RelationKey> indexes(Table table) {
        return keys.of(schema.indexesOf(table.id()));
    }

    /** The indexes of a table that hold entries. */
    List<RelationKey> storedIndexes(Table table) {
        return keys.of(schema.indexesOf(table.id()).stream()
                .filter(index -> !index.partitioned())
                .toList());
    }

    /** An index with its counterparts on partitions. */
    List<Index> withParts(Index index) {
        var all = new ArrayList<Index>();
        all.add(index);
        for (Table child : schema.childrenOf(index.table())) {
            schema.indexesOf(child.id()).stream()
                    .filter(part -> part.parent().filter(index.id()::equals).isPresent())
                    .forEach(part -> all.addAll(withParts(part)));
        }
        return all;
    }

    /** The sequences that belong to columns of the table. */
    List<Sequence> ownedSequences(Table table) {
        return schema.sequencesOf(table.id());
    }

    /** The name of the column of that identity. */
    Optional<String> columnName(ObjectId column) {
        return schema.tableOfColumn(column)
                .flatMap(table -> table.column(column))
                .map(Column::name);
    }
}

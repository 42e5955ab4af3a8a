package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE TABLE}, partitions and foreign tables included.
 *
 * @param name the new table
 * @param persistence how long its rows live
 * @param ifNotExists whether it is skipped when the table exists
 * @param elements columns, constraints and LIKE clauses, in order
 * @param inherits parents of plain inheritance
 * @param partitionKey how it is partitioned, if it is
 * @param partitionOf the partitioned table that it becomes a part of, if any
 * @param ofType the composite type of a typed table
 * @param options storage parameters
 * @param tablespace where it is stored, if said
 * @param accessMethod its table access method, if said
 * @param dropOnCommit whether a temporary table goes with its transaction
 * @param foreignServer the server of a foreign table
 * @param replace whether a table of that name is dropped first
 * @param partitions its partitions, where the statement names them
 * @param query what fills it, where columns and a query are given
 * @param span where it stands
 */
public record CreateTable(
        QualifiedName name,
        Persistence persistence,
        boolean ifNotExists,
        List<TableElement> elements,
        List<QualifiedName> inherits,
        Optional<PartitionKey> partitionKey,
        Optional<PartitionOf> partitionOf,
        Optional<QualifiedName> ofType,
        List<Option> options,
        Optional<Identifier> tablespace,
        Optional<Identifier> accessMethod,
        boolean dropOnCommit,
        Optional<Identifier> foreignServer,
        boolean replace,
        List<PartitionDefinition> partitions,
        Optional<Query> query,
        Span span)
        implements Statement {
    /** A table that is neither filled nor divided at once. */
    public CreateTable(
            QualifiedName name,
            Persistence persistence,
            boolean ifNotExists,
            List<TableElement> elements,
            List<QualifiedName> inherits,
            Optional<PartitionKey> partitionKey,
            Optional<PartitionOf> partitionOf,
            Optional<QualifiedName> ofType,
            List<Option> options,
            Optional<Identifier> tablespace,
            Optional<Identifier> accessMethod,
            boolean dropOnCommit,
            Optional<Identifier> foreignServer,
            Span span) {
        this(
                name,
                persistence,
                ifNotExists,
                elements,
                inherits,
                partitionKey,
                partitionOf,
                ofType,
                options,
                tablespace,
                accessMethod,
                dropOnCommit,
                foreignServer,
                false,
                List.of(),
                Optional.empty(),
                span);
    }

    public CreateTable {
        elements = List.copyOf(elements);
        inherits = List.copyOf(inherits);
        options = List.copyOf(options);
        partitions = List.copyOf(partitions);
    }
}

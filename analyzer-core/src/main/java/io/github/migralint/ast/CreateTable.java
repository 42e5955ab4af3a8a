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
        Span span)
        implements Statement {
    public CreateTable {
        elements = List.copyOf(elements);
        inherits = List.copyOf(inherits);
        options = List.copyOf(options);
    }
}

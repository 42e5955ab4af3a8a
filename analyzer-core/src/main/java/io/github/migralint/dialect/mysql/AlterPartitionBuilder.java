package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction.ChangePartitions;
import io.github.migralint.ast.MysqlAction.ChangePartitions.Operation;
import io.github.migralint.ast.PartitionDefinition;
import io.github.migralint.ast.PartitionKey;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.mysql.MysqlParser.AdditionContext;
import io.github.migralint.dialect.mysql.MysqlParser.ConversionContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitionChangeContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitionNamesContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitioningContext;
import io.github.migralint.dialect.mysql.MysqlParser.RemovalContext;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the actions of ALTER TABLE that change partitions. */
final class AlterPartitionBuilder {
    private final TreeParts parts;
    private final PartitionBuilder partitions;

    AlterPartitionBuilder(TreeParts parts) {
        this.parts = parts;
        this.partitions = new PartitionBuilder(parts);
    }

    ChangePartitions partitionBy(PartitioningContext context) {
        return change(
                Operation.PARTITION_BY,
                List.of(),
                partitions.definitions(context),
                Optional.of(partitions.key(context)),
                Optional.empty(),
                parts.span(context));
    }

    ChangePartitions removePartitioning(Span span) {
        return named(Operation.REMOVE_PARTITIONING, List.of(), span);
    }

    ChangePartitions add(AdditionContext context, Span span) {
        return change(
                Operation.ADD,
                List.of(),
                partitions.definitions(context.partitionGroup()),
                Optional.empty(),
                Optional.empty(),
                span);
    }

    ChangePartitions drop(RemovalContext context, Span span) {
        return named(Operation.DROP, parts.names(context.nameList()), span);
    }

    ChangePartitions tablespace(PartitionNamesContext names, boolean discard, Span span) {
        return named(discard ? Operation.DISCARD_TABLESPACE : Operation.IMPORT_TABLESPACE, names(names), span);
    }

    private List<Identifier> names(@Nullable PartitionNamesContext context) {
        return context == null ? List.of() : parts.names(context.nameList());
    }

    ChangePartitions conversion(ConversionContext context, Span span) {
        Optional<QualifiedName> table = parts.optionalName(context.anyName());
        if (context.partitionDefinition() == null) {
            List<Identifier> partition = List.of(parts.identifier(context.colId()));
            return change(Operation.CONVERT_TO_TABLE, partition, List.of(), Optional.empty(), table, span);
        }
        List<PartitionDefinition> definition = List.of(partitions.definition(context.partitionDefinition()));
        return change(Operation.CONVERT_TABLE_TO, List.of(), definition, Optional.empty(), table, span);
    }

    ChangePartitions change(PartitionChangeContext context, Span span) {
        if (context.EXCHANGE() != null) {
            List<Identifier> partition = List.of(parts.identifier(context.colId()));
            Optional<QualifiedName> table = parts.optionalName(context.anyName());
            return change(Operation.EXCHANGE, partition, List.of(), Optional.empty(), table, span);
        }
        if (context.REORGANIZE() != null) {
            List<PartitionDefinition> definitions = partitions.definitions(context.partitionGroup());
            List<Identifier> names = parts.names(context.nameList());
            return change(Operation.REORGANIZE, names, definitions, Optional.empty(), Optional.empty(), span);
        }
        if (context.REMOVE() != null) {
            return removePartitioning(span);
        }
        return named(operation(context), names(context.partitionNames()), span);
    }

    private static Operation operation(PartitionChangeContext context) {
        if (context.COALESCE() != null) {
            return Operation.COALESCE;
        }
        if (context.TRUNCATE() != null) {
            return Operation.TRUNCATE;
        }
        if (context.REBUILD() != null) {
            return Operation.REBUILD;
        }
        if (context.OPTIMIZE() != null) {
            return Operation.OPTIMIZE;
        }
        if (context.ANALYZE() != null) {
            return Operation.ANALYZE;
        }
        return context.CHECK() != null ? Operation.CHECK : Operation.REPAIR;
    }

    private static ChangePartitions named(Operation operation, List<Identifier> names, Span span) {
        return change(operation, names, List.of(), Optional.empty(), Optional.empty(), span);
    }

    private static ChangePartitions change(
            Operation operation,
            List<Identifier> names,
            List<PartitionDefinition> definitions,
            Optional<PartitionKey> key,
            Optional<QualifiedName> table,
            Span span) {
        return new ChangePartitions(operation, names, definitions, key, table, span);
    }
}

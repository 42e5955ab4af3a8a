package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.PartitionBound;
import io.github.migralint.ast.PartitionDefinition;
import io.github.migralint.ast.PartitionKey;
import io.github.migralint.dialect.mysql.MysqlParser.ColIdContext;
import io.github.migralint.dialect.mysql.MysqlParser.HashMethodContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitionDefinitionContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitionGroupContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitionMethodContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitioningContext;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds what is said about the partitions of a table. */
final class PartitionBuilder {
    private final TreeParts parts;

    PartitionBuilder(TreeParts parts) {
        this.parts = parts;
    }

    PartitionKey key(PartitioningContext context) {
        PartitionMethodContext method = context.partitionMethod();
        if (method.hashMethod() != null) {
            return hash(method.hashMethod(), count(context));
        }
        String strategy = method.RANGE() != null ? "range" : method.LIST() != null ? "list" : "system_time";
        List<IndexElement> elements = method.expression() != null
                ? List.of(element(
                        Optional.empty(), Optional.of(parts.expression(method.expression())), parts.span(method)))
                : columns(parts.columns(method.columnList()));
        return new PartitionKey(strategy, elements, parts.span(method));
    }

    /** Of partitions, not of those that they are divided into. */
    private static Optional<Integer> count(PartitioningContext context) {
        return context.PARTITIONS() == null
                ? Optional.empty()
                : Optional.of(ConstraintBuilder.length(context.NUMBER(0).getText()));
    }

    private PartitionKey hash(HashMethodContext context, Optional<Integer> count) {
        Span span = parts.span(context);
        return context.HASH() != null
                ? new PartitionKey(
                        "hash",
                        List.of(element(Optional.empty(), Optional.of(parts.expression(context.expression())), span)),
                        count,
                        span)
                : new PartitionKey("key", columns(identifiers(context.colId())), count, span);
    }

    private List<Identifier> identifiers(List<ColIdContext> names) {
        return parts.identifiers(names);
    }

    private static List<IndexElement> columns(List<Identifier> names) {
        return names.stream()
                .map(name -> element(Optional.of(name), Optional.empty(), name.span()))
                .toList();
    }

    private static IndexElement element(Optional<Identifier> column, Optional<Expression> expression, Span span) {
        return new IndexElement(column, expression, Optional.empty(), Optional.empty(), false, Optional.empty(), span);
    }

    List<PartitionDefinition> definitions(PartitioningContext context) {
        return definitions(context.partitionGroup());
    }

    List<PartitionDefinition> definitions(@Nullable PartitionGroupContext group) {
        return group == null
                ? List.of()
                : group.partitionDefinition().stream().map(this::definition).toList();
    }

    PartitionDefinition definition(PartitionDefinitionContext context) {
        var values = context.partitionValues();
        Span span = values == null ? parts.span(context.colId()) : parts.span(values);
        boolean rest = values != null && (values.MAXVALUE() != null || values.DEFAULT() != null);
        Optional<Expression> said = values == null || values.VALUES() == null
                ? Optional.empty()
                : Optional.of(new Expression(
                        parts.tokens().run(TreeParts.from(values) + 1, TreeParts.to(values)), parts.span(values)));
        return new PartitionDefinition(
                parts.identifier(context.colId()), new PartitionBound(rest, said, span), parts.span(context));
    }
}

package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableElement;
import io.github.migralint.dialect.mysql.MysqlParser.AnyNameContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateTableContext;
import io.github.migralint.dialect.mysql.MysqlParser.PartitioningContext;
import io.github.migralint.dialect.mysql.MysqlParser.PeriodContext;
import io.github.migralint.dialect.mysql.MysqlParser.QueryContext;
import io.github.migralint.dialect.mysql.MysqlParser.TableElementContext;
import io.github.migralint.dialect.mysql.MysqlParser.TableOptionContext;
import io.github.migralint.dialect.mysql.MysqlParser.TableSuffixContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds CREATE TABLE in all its shapes. */
final class TableBuilder {
    private final TreeParts parts;
    private final ColumnBuilder columns;
    private final ConstraintBuilder keys;
    private final PartitionBuilder partitions;

    TableBuilder(TreeParts parts) {
        this.parts = parts;
        this.columns = new ColumnBuilder(parts);
        this.keys = new ConstraintBuilder(parts);
        this.partitions = new PartitionBuilder(parts);
    }

    Statement table(CreateTableContext context, Persistence persistence, boolean replace, Span span) {
        var body = context.tableBody();
        if (body == null) {
            return like(context, context.anyName(1), persistence, replace, span);
        }
        if (body.anyName() != null) {
            return like(context, body.anyName(), persistence, replace, span);
        }
        TableSuffixContext suffix = body.tableSuffix();
        QueryContext query = body.query() != null ? body.query() : suffix.query();
        List<TableElement> elements = elements(body.tableElement());
        if (elements.isEmpty() && query != null && (suffix == null || suffix.partitioning() == null)) {
            return filled(context, persistence, replace, options(suffix), parts.query(query), span);
        }
        return table(context, persistence, replace, elements, suffix, query, span);
    }

    private Statement filled(
            CreateTableContext context,
            Persistence persistence,
            boolean replace,
            List<Option> options,
            Query query,
            Span span) {
        return new CreateTableAs(
                parts.name(context.anyName(0)),
                false,
                persistence,
                context.ifNotExists() != null,
                List.of(),
                query,
                true,
                replace,
                options,
                span);
    }

    private Statement like(
            CreateTableContext context, AnyNameContext model, Persistence persistence, boolean replace, Span span) {
        var like = new LikeClause(parts.name(model), List.of("ALL"), List.of(), parts.span(model));
        return table(context, persistence, replace, List.of(like), null, null, span);
    }

    private Statement table(
            CreateTableContext context,
            Persistence persistence,
            boolean replace,
            List<TableElement> elements,
            @Nullable TableSuffixContext suffix,
            @Nullable QueryContext query,
            Span span) {
        Optional<PartitioningContext> partitioning =
                suffix == null ? Optional.empty() : Optional.ofNullable(suffix.partitioning());
        return new CreateTable(
                parts.name(context.anyName(0)),
                persistence,
                context.ifNotExists() != null,
                elements,
                List.of(),
                partitioning.map(partitions::key),
                Optional.empty(),
                Optional.empty(),
                options(suffix),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                replace,
                partitioning.map(partitions::definitions).orElse(List.of()),
                Optional.ofNullable(query).map(parts::query),
                span);
    }

    List<TableElement> elements(List<TableElementContext> contexts) {
        List<TableElement> elements = new ArrayList<>();
        for (TableElementContext context : contexts) {
            if (context.columnDefinition() != null) {
                elements.add(columns.column(context.columnDefinition()));
            } else if (context.index() != null) {
                elements.add(keys.index(context.index()));
            } else if (context.tableConstraint() != null) {
                elements.add(keys.constraint(context.tableConstraint()));
            }
        }
        return elements;
    }

    private List<Option> options(@Nullable TableSuffixContext suffix) {
        if (suffix == null) {
            return List.of();
        }
        return options(suffix.tableOption());
    }

    List<Option> options(List<TableOptionContext> contexts) {
        return contexts.stream().map(this::option).toList();
    }

    private Option option(TableOptionContext context) {
        if (context.tableOptionName() != null) {
            String name = parts.folded(context.tableOptionName());
            return parts.option(name.equals("type") ? "engine" : name, context.optionValue(), context);
        }
        if (context.charset() != null) {
            return parts.option("character set", context.charsetName(), context);
        }
        if (context.COLLATE() != null) {
            return parts.option("collate", context.charsetName(), context);
        }
        if (context.DIRECTORY() != null) {
            return parts.option(
                    context.DATA() != null ? "data directory" : "index directory", context.string(), context);
        }
        if (context.VERSIONING() != null) {
            return parts.option("system versioning", context);
        }
        return parts.option(context.UNION() != null ? "union" : "start transaction", context);
    }

    /** {@code PERIOD FOR name (from, until)} as an option of the table that has it. */
    Option period(PeriodContext context) {
        return new Option(
                "period for " + parts.identifier(context.colId(0)).value(),
                Optional.of(parts.identifier(context.colId(1)).value() + ", "
                        + parts.identifier(context.colId(2)).value()),
                parts.span(context));
    }
}

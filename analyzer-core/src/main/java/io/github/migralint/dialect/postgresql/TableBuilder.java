package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.PartitionBound;
import io.github.migralint.ast.PartitionKey;
import io.github.migralint.ast.PartitionOf;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableElement;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColumnDefinitionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateForeignTableContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateTableContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.LikeClauseContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PartitionBoundContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PartitionKeyContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.TableElementContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.TypedElementsContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds CREATE TABLE in all its shapes. */
final class TableBuilder {
    private final TreeParts parts;
    private final ConstraintBuilder constraints;

    TableBuilder(TreeParts parts) {
        this.parts = parts;
        this.constraints = new ConstraintBuilder(parts);
    }

    Statement table(CreateTableContext context, Persistence persistence, Span span) {
        if (context.tableSource() != null) {
            return tableAs(context, persistence, span);
        }
        var shape = context.tableShape();
        if (shape.getChildCount() == 0) {
            throw new SyntaxProblem(TreeParts.to(context.anyName()), "expected \"(\"");
        }
        shape.tableElement().forEach(this::requireType);
        boolean partition = shape.PARTITION() != null;
        var suffix = context.tableSuffix();
        Optional<QualifiedName> named = parts.optionalName(shape.anyName());
        return new CreateTable(
                parts.name(context.anyName()),
                persistence,
                context.ifNotExists() != null,
                shape.typedElements() != null ? typedElements(shape.typedElements()) : elements(shape.tableElement()),
                shape.inherits() == null
                        ? List.of()
                        : parts.names(shape.inherits().anyNameList().anyName()),
                Optional.ofNullable(shape.partitionKey()).map(this::partitionKey),
                partition ? Optional.of(partitionOf(named.orElseThrow(), shape.partitionBound())) : Optional.empty(),
                partition ? Optional.empty() : named,
                parts.options(suffix.optionList()),
                tablespace(suffix),
                accessMethod(suffix),
                suffix.onCommit() != null && suffix.onCommit().DROP() != null,
                Optional.empty(),
                span);
    }

    private Optional<Identifier> tablespace(PostgresqlParser.TableSuffixContext suffix) {
        return suffix.TABLESPACE() == null
                ? Optional.empty()
                : parts.optional(suffix.colId(suffix.colId().size() - 1));
    }

    private Optional<Identifier> accessMethod(PostgresqlParser.TableSuffixContext suffix) {
        return suffix.USING() == null ? Optional.empty() : parts.optional(suffix.colId(0));
    }

    private Statement tableAs(CreateTableContext context, Persistence persistence, Span span) {
        var source = context.tableSource();
        List<Identifier> columns = new ArrayList<>();
        for (TableElementContext element : context.tableShape().tableElement()) {
            columns.add(bareColumn(element));
        }
        int to = source.withData() == null ? TreeParts.to(source) : TreeParts.from(source.withData());
        Query query = source.query() != null ? parts.query(source.query()) : parts.query(TreeParts.from(source), to);
        return new CreateTableAs(
                parts.name(context.anyName()),
                false,
                persistence,
                context.ifNotExists() != null,
                columns,
                query,
                source.withData() == null || source.withData().NO() == null,
                span);
    }

    private Identifier bareColumn(TableElementContext element) {
        ColumnDefinitionContext column = element.columnDefinition();
        if (column == null || TreeParts.to(column) > TreeParts.from(column) + 1) {
            throw new SyntaxProblem(TreeParts.from(element) + 1, "expected \",\" or \")\"");
        }
        return parts.identifier(column);
    }

    private void requireType(TableElementContext element) {
        if (element.columnDefinition() != null) {
            requireType(element.columnDefinition());
        }
    }

    private void requireType(ColumnDefinitionContext column) {
        int type = TreeParts.from(column) + 1;
        if (TreeParts.to(column) <= type) {
            throw new SyntaxProblem(type, "expected a type");
        }
    }

    CreateTable foreignTable(CreateForeignTableContext context, Span span) {
        context.tableElement().forEach(this::requireType);
        boolean partition = context.PARTITION() != null;
        return new CreateTable(
                parts.name(context.anyName(0)),
                Persistence.PERMANENT,
                context.ifNotExists() != null,
                context.typedElements() != null
                        ? typedElements(context.typedElements())
                        : elements(context.tableElement()),
                context.inherits() == null
                        ? List.of()
                        : parts.names(context.inherits().anyNameList().anyName()),
                Optional.empty(),
                partition
                        ? Optional.of(partitionOf(parts.name(context.anyName(1)), context.partitionBound()))
                        : Optional.empty(),
                Optional.empty(),
                parts.options(context.genericOptions()),
                Optional.empty(),
                Optional.empty(),
                false,
                parts.optional(context.colId()),
                span);
    }

    private List<TableElement> elements(List<TableElementContext> contexts) {
        List<TableElement> elements = new ArrayList<>(contexts.size());
        for (TableElementContext context : contexts) {
            if (context.columnDefinition() != null) {
                elements.add(column(context.columnDefinition()));
            } else if (context.tableConstraint() != null) {
                elements.add(constraints.tableConstraint(context.tableConstraint()));
            } else {
                elements.add(like(context.likeClause()));
            }
        }
        return elements;
    }

    private List<TableElement> typedElements(TypedElementsContext context) {
        List<TableElement> elements = new ArrayList<>();
        for (var element : context.typedElement()) {
            if (element.tableConstraint() != null) {
                elements.add(constraints.tableConstraint(element.tableConstraint()));
            } else {
                var column = element.typedColumn();
                elements.add(new ColumnDefinition(
                        parts.identifier(column),
                        Optional.empty(),
                        constraints.collation(column.columnConstraint()),
                        Optional.empty(),
                        Optional.empty(),
                        constraints.columnConstraints(column.columnConstraint()),
                        parts.span(column)));
            }
        }
        return elements;
    }

    /** A column with its type. */
    ColumnDefinition column(ColumnDefinitionContext context) {
        requireType(context);
        return new ColumnDefinition(
                parts.identifier(context),
                Optional.of(parts.type(context.columnType())),
                constraints.collation(context.columnConstraint()),
                Optional.ofNullable(context.columnStorage()).map(this::lastWord),
                Optional.ofNullable(context.columnCompression()).map(this::lastWord),
                constraints.columnConstraints(context.columnConstraint()),
                parts.span(context));
    }

    private String lastWord(ParserRuleContext context) {
        return Names.value(parts.tokens().token(TreeParts.to(context) - 1));
    }

    private LikeClause like(LikeClauseContext context) {
        List<String> including = new ArrayList<>();
        List<String> excluding = new ArrayList<>();
        for (var option : context.likeOption()) {
            String what = parts.tokens().word(TreeParts.to(option) - 1).toUpperCase(Locale.ROOT);
            (option.INCLUDING() != null ? including : excluding).add(what);
        }
        return new LikeClause(parts.name(context.anyName()), including, excluding, parts.span(context));
    }

    private PartitionKey partitionKey(PartitionKeyContext context) {
        return new PartitionKey(
                parts.identifier(context.colId()).value(),
                constraints.indexElements(context.indexElement()),
                parts.span(context));
    }

    private PartitionOf partitionOf(QualifiedName parent, PartitionBoundContext bound) {
        PartitionBound read = bound(bound).orElseThrow();
        return new PartitionOf(parent, read, parent.span().cover(read.span()));
    }

    /** The bound of a partition. */
    Optional<PartitionBound> bound(@Nullable PartitionBoundContext context) {
        if (context == null) {
            return Optional.empty();
        }
        Span span = parts.span(context);
        if (context.DEFAULT() != null) {
            return Optional.of(new PartitionBound(true, Optional.empty(), span));
        }
        int values = TreeParts.from(context) + 2;
        var expression = new io.github.migralint.ast.Expression(
                parts.tokens().run(values, TreeParts.to(context)),
                parts.tokens().span(values, TreeParts.to(context)));
        return Optional.of(new PartitionBound(false, Optional.of(expression), span));
    }
}

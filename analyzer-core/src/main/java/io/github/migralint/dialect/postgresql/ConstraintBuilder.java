package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColumnConstraintBodyContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColumnConstraintContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ConstraintAttributeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ForeignTargetContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.IncludeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.IndexElementContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.IndexedColumnsContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.NullsDistinctContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PeriodColumnContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.TableConstraintBodyContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.TableConstraintContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds constraints of columns, tables and domains, and the elements of indexes. */
final class ConstraintBuilder {
    private final TreeParts parts;

    ConstraintBuilder(TreeParts parts) {
        this.parts = parts;
    }

    /** What follows a column's type, without the collation; attributes join the constraint before them. */
    List<ColumnConstraint> columnConstraints(List<ColumnConstraintContext> contexts) {
        List<ColumnConstraint> constraints = new ArrayList<>();
        for (ColumnConstraintContext context : contexts) {
            Attributes attributes = attributes(context);
            if (attributes != null) {
                if (constraints.isEmpty()) {
                    throw new SyntaxProblem(
                            TreeParts.from(context), "expected a constraint before " + parts.words(context));
                }
                constraints.set(constraints.size() - 1, attributes.addTo(constraints.get(constraints.size() - 1)));
            } else if (context.columnConstraintBody() != null) {
                constraints.add(columnConstraint(context, context.columnConstraintBody()));
            }
        }
        return constraints;
    }

    /** The collation among what follows a column's type. */
    Optional<QualifiedName> collation(List<ColumnConstraintContext> contexts) {
        return contexts.stream()
                .filter(context -> context.collation() != null)
                .findFirst()
                .map(context -> parts.name(context.collation().anyName()));
    }

    /** Attributes as they were met, to be added to those before. */
    private record Attributes(
            boolean notValid,
            boolean notEnforced,
            boolean enforcementSaid,
            boolean deferrable,
            boolean deferred,
            Span span) {
        private ConstraintAttributes addTo(ConstraintAttributes before) {
            return new ConstraintAttributes(
                    before.notValid() || notValid,
                    before.notEnforced() || notEnforced,
                    before.enforcementSaid() || enforcementSaid,
                    before.deferrable() || deferrable || deferred,
                    before.initiallyDeferred() || deferred);
        }

        private ColumnConstraint addTo(ColumnConstraint before) {
            return new ColumnConstraint(
                    before.name(),
                    before.kind(),
                    before.expression(),
                    before.stored(),
                    before.always(),
                    before.sequence(),
                    before.references(),
                    before.nullsNotDistinct(),
                    before.noInherit(),
                    addTo(before.attributes()),
                    before.span().cover(span));
        }
    }

    private @Nullable Attributes attributes(ColumnConstraintContext context) {
        Span span = parts.span(context);
        var body = context.columnConstraintBody();
        if (body != null && body.NOT() != null && body.NULL() == null) {
            boolean enforcement = body.ENFORCED() != null;
            return new Attributes(false, enforcement, enforcement, false, false, span);
        }
        var attribute = context.columnConstraintAttribute();
        if (attribute == null) {
            return null;
        }
        return new Attributes(
                false,
                false,
                attribute.ENFORCED() != null,
                attribute.DEFERRABLE() != null,
                attribute.DEFERRED() != null,
                span);
    }

    private ColumnConstraint columnConstraint(ColumnConstraintContext context, ColumnConstraintBodyContext body) {
        Optional<Expression> expression = body.simpleExpression() != null
                ? parts.optionalExpression(body.simpleExpression())
                : parts.optionalExpression(body.expression());
        return new ColumnConstraint(
                parts.optional(context.colId()),
                kind(body),
                expression,
                body.GENERATED() != null && body.VIRTUAL() == null && body.STORED() != null,
                body.ALWAYS() != null,
                body.sequenceOptionGroup() == null
                        ? SequenceOptions.NONE
                        : parts.sequenceOptions(body.sequenceOptionGroup().sequenceOption()),
                Optional.ofNullable(body.foreignTarget()).map(this::foreignTarget),
                nullsNotDistinct(body.nullsDistinct()),
                body.INHERIT() != null,
                ConstraintAttributes.NONE,
                parts.span(context));
    }

    private static ColumnConstraint.Kind kind(ColumnConstraintBodyContext body) {
        if (body.NOT() != null) {
            return ColumnConstraint.Kind.NOT_NULL;
        }
        if (body.NULL() != null) {
            return ColumnConstraint.Kind.NULL;
        }
        if (body.UNIQUE() != null) {
            return ColumnConstraint.Kind.UNIQUE;
        }
        if (body.PRIMARY() != null) {
            return ColumnConstraint.Kind.PRIMARY_KEY;
        }
        if (body.CHECK() != null) {
            return ColumnConstraint.Kind.CHECK;
        }
        if (body.GENERATED() != null) {
            return body.IDENTITY() != null ? ColumnConstraint.Kind.IDENTITY : ColumnConstraint.Kind.GENERATED;
        }
        return body.REFERENCES() != null ? ColumnConstraint.Kind.REFERENCES : ColumnConstraint.Kind.DEFAULT;
    }

    /** A constraint of a table. */
    TableConstraint tableConstraint(TableConstraintContext context) {
        TableConstraintBodyContext body = context.tableConstraintBody();
        IndexedColumnsContext key = body.indexedColumns();
        boolean noInherit = context.constraintAttribute().stream().anyMatch(a -> a.INHERIT() != null);
        return new TableConstraint(
                parts.optional(context.colId()),
                kind(body),
                columns(body),
                body.CHECK() != null ? parts.optionalExpression(body.expression()) : Optional.empty(),
                body.exclusionElement().stream()
                        .map(element ->
                                indexElement(element.indexElement(), Optional.of(parts.words(element.operatorName()))))
                        .toList(),
                body.EXCLUDE() == null ? "" : exclusionMethod(body),
                body.EXCLUDE() != null ? parts.optionalExpression(body.expression()) : Optional.empty(),
                include(key != null ? key.include() : body.include()),
                body.USING() != null && body.INDEX() != null ? parts.optional(body.colId()) : Optional.empty(),
                Optional.ofNullable(body.foreignTarget()).map(this::foreignTarget),
                nullsNotDistinct(body.nullsDistinct()),
                (key != null && key.OVERLAPS() != null)
                        || body.periodColumn().stream()
                                .anyMatch(column -> column.colId().size() > 1),
                noInherit,
                attributes(context.constraintAttribute()),
                parts.span(context));
    }

    private static boolean nullsNotDistinct(@Nullable NullsDistinctContext context) {
        return context != null && context.NOT() != null;
    }

    private String exclusionMethod(TableConstraintBodyContext body) {
        return parts.optional(body.colId()).map(Identifier::value).orElse("btree");
    }

    private List<Identifier> columns(TableConstraintBodyContext body) {
        if (body.indexedColumns() != null) {
            return parts.identifiers(body.indexedColumns().colId());
        }
        if (body.FOREIGN() != null) {
            return body.periodColumn().stream().map(this::periodColumn).toList();
        }
        return body.NOT() != null ? List.of(parts.identifier(body.colId())) : List.of();
    }

    /** {@code PERIOD valid_at}, or a column, which may be called {@code period}. */
    private Identifier periodColumn(PeriodColumnContext context) {
        if (context.colId().size() > 1
                && !parts.tokens().word(TreeParts.from(context)).equals("period")) {
            throw new SyntaxProblem(TreeParts.from(context) + 1, "expected \",\" or \")\"");
        }
        return parts.identifier(context.colId(context.colId().size() - 1));
    }

    private static TableConstraint.Kind kind(TableConstraintBodyContext body) {
        if (body.CHECK() != null) {
            return TableConstraint.Kind.CHECK;
        }
        if (body.UNIQUE() != null) {
            return TableConstraint.Kind.UNIQUE;
        }
        if (body.PRIMARY() != null) {
            return TableConstraint.Kind.PRIMARY_KEY;
        }
        if (body.FOREIGN() != null) {
            return TableConstraint.Kind.FOREIGN_KEY;
        }
        return body.EXCLUDE() != null ? TableConstraint.Kind.EXCLUDE : TableConstraint.Kind.NOT_NULL;
    }

    /** What follows the constraint of a table or domain. */
    ConstraintAttributes attributes(List<ConstraintAttributeContext> contexts) {
        ConstraintAttributes attributes = ConstraintAttributes.NONE;
        for (ConstraintAttributeContext context : contexts) {
            boolean not = context.NOT() != null;
            attributes = new Attributes(
                            context.VALID() != null,
                            not && context.ENFORCED() != null,
                            context.ENFORCED() != null,
                            !not && context.DEFERRABLE() != null,
                            context.DEFERRED() != null,
                            parts.span(context))
                    .addTo(attributes);
        }
        return attributes;
    }

    /** The target of REFERENCES. */
    ForeignKeyTarget foreignTarget(ForeignTargetContext context) {
        String onDelete = "";
        String onUpdate = "";
        String match = "";
        List<Identifier> deleteColumns = List.of();
        for (var action : context.referentialAction()) {
            int from = TreeParts.from(action) + 2;
            String what = words(from, TreeParts.to(action));
            if (action.DELETE() != null) {
                onDelete = what;
                deleteColumns = action.columnList() == null ? List.of() : parts.columns(action.columnList());
            } else {
                onUpdate = what;
            }
        }
        if (context.MATCH() != null) {
            match = context.FULL() != null ? "FULL" : context.PARTIAL() != null ? "PARTIAL" : "SIMPLE";
        }
        List<Identifier> columns =
                context.periodColumn().stream().map(this::periodColumn).toList();
        return new ForeignKeyTarget(
                parts.name(context.anyName()), columns, onDelete, deleteColumns, onUpdate, match, parts.span(context));
    }

    /** What an action is called, its columns left out: SET NULL (a, b) is SET NULL. */
    private String words(int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to && parts.tokens().type(i) != PostgresqlParser.LPAREN; i++) {
            String word = parts.tokens().word(i).toUpperCase(java.util.Locale.ROOT);
            text.append(text.isEmpty() ? "" : " ").append(word);
        }
        return text.toString();
    }

    List<Identifier> include(@Nullable IncludeContext context) {
        return context == null ? List.of() : parts.columns(context.columnList());
    }

    List<IndexElement> indexElements(List<IndexElementContext> contexts) {
        return contexts.stream()
                .map(element -> indexElement(element, Optional.empty()))
                .toList();
    }

    private IndexElement indexElement(IndexElementContext context, Optional<String> operator) {
        var key = context.indexKey();
        int from = TreeParts.from(key);
        boolean column = TreeParts.to(key) == from + 1
                && WordTypes.isColumn(parts.tokens().type(from));
        return new IndexElement(
                column ? Optional.of(parts.identifier(key)) : Optional.empty(),
                column ? Optional.empty() : Optional.of(parts.expression(key)),
                Optional.ofNullable(context.collation()).map(collation -> parts.name(collation.anyName())),
                Optional.ofNullable(context.operatorClass()).map(operators -> parts.name(operators.anyName())),
                context.DESC() != null,
                operator,
                parts.span(context));
    }
}

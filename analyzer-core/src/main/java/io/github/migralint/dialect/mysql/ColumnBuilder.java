package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnConstraint.Kind;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ColumnPosition;
import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.dialect.mysql.MysqlParser.ColumnAttributeContext;
import io.github.migralint.dialect.mysql.MysqlParser.ColumnDefinitionContext;
import io.github.migralint.dialect.mysql.MysqlParser.PositionContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds columns with their attributes, which may stand in any order. */
final class ColumnBuilder {
    private final TreeParts parts;
    private final ConstraintBuilder keys;

    ColumnBuilder(TreeParts parts) {
        this.parts = parts;
        this.keys = new ConstraintBuilder(parts);
    }

    ColumnDefinition column(ColumnDefinitionContext context) {
        List<ColumnConstraint> constraints = new ArrayList<>();
        List<Option> options = new ArrayList<>();
        Optional<QualifiedName> collation = Optional.empty();
        boolean stored = context.columnAttribute().stream()
                .anyMatch(attribute -> attribute.STORED() != null || attribute.PERSISTENT() != null);
        if (parts.tokens().word(TreeParts.from(context.columnType())).equals("serial")) {
            serial(context.columnType(), constraints, options);
        }
        for (ColumnAttributeContext attribute : context.columnAttribute()) {
            if (attribute.SERIAL() != null) {
                serial(attribute, constraints, options);
            } else if (attribute.COLLATE() != null) {
                collation = Optional.of(parts.name(attribute.charsetName()));
            } else {
                constraint(attribute, stored).ifPresent(constraints::add);
                option(attribute).ifPresent(options::add);
            }
        }
        return new ColumnDefinition(
                parts.identifier(context.colId()),
                Optional.of(parts.type(context.columnType())),
                collation,
                Optional.empty(),
                Optional.empty(),
                constraints,
                options,
                parts.span(context));
    }

    Optional<ColumnPosition> position(@Nullable PositionContext context) {
        return Optional.ofNullable(context)
                .map(position -> new ColumnPosition(parts.optional(position.colId()), parts.span(position)));
    }

    /** What SERIAL stands for, besides its type. */
    private void serial(ParserRuleContext word, List<ColumnConstraint> constraints, List<Option> options) {
        constraints.add(plain(Kind.NOT_NULL, Optional.empty(), parts.span(word)));
        constraints.add(plain(Kind.UNIQUE, Optional.empty(), parts.span(word)));
        options.add(parts.option("auto_increment", word));
    }

    private Optional<ColumnConstraint> constraint(ColumnAttributeContext context, boolean stored) {
        Span span = parts.span(context);
        if (context.NULL() != null) {
            return Optional.of(plain(context.NOT() != null ? Kind.NOT_NULL : Kind.NULL, Optional.empty(), span));
        }
        if (context.defaultValue() != null) {
            return Optional.of(plain(Kind.DEFAULT, parts.optionalExpression(context.defaultValue()), span));
        }
        if (context.UNIQUE() != null) {
            return Optional.of(plain(Kind.UNIQUE, Optional.empty(), span));
        }
        if (context.KEY() != null) {
            return Optional.of(plain(Kind.PRIMARY_KEY, Optional.empty(), span));
        }
        if (context.references() != null) {
            return Optional.of(foreignKey(keys.target(context.references()), span));
        }
        if (context.check() != null) {
            return Optional.of(check(context, span));
        }
        return context.expression() == null
                ? Optional.empty()
                : Optional.of(generated(parts.expression(context.expression()), stored, span));
    }

    private static ColumnConstraint plain(Kind kind, Optional<Expression> expression, Span span) {
        return constraint(Optional.empty(), kind, expression, false, Optional.empty(), ConstraintAttributes.NONE, span);
    }

    private static ColumnConstraint foreignKey(ForeignKeyTarget target, Span span) {
        return constraint(
                Optional.empty(),
                Kind.REFERENCES,
                Optional.empty(),
                false,
                Optional.of(target),
                ConstraintAttributes.NONE,
                span);
    }

    private static ColumnConstraint generated(Expression expression, boolean stored, Span span) {
        return constraint(
                Optional.empty(),
                Kind.GENERATED,
                Optional.of(expression),
                stored,
                Optional.empty(),
                ConstraintAttributes.NONE,
                span);
    }

    private ColumnConstraint check(ColumnAttributeContext context, Span span) {
        return constraint(
                parts.optional(context.colId()),
                Kind.CHECK,
                parts.optionalExpression(context.check().expression()),
                false,
                Optional.empty(),
                ConstraintBuilder.attributes(context.check().enforcement()),
                span);
    }

    private static ColumnConstraint constraint(
            Optional<Identifier> name,
            Kind kind,
            Optional<Expression> expression,
            boolean stored,
            Optional<ForeignKeyTarget> references,
            ConstraintAttributes attributes,
            Span span) {
        return new ColumnConstraint(
                name,
                kind,
                expression,
                stored,
                false,
                SequenceOptions.NONE,
                references,
                false,
                false,
                attributes,
                span);
    }

    private Optional<Option> option(ColumnAttributeContext context) {
        if (context.charset() != null) {
            return Optional.of(parts.option("character set", context.charsetName(), context));
        }
        if (context.COMMENT() != null) {
            return Optional.of(new Option("comment", Optional.of(parts.text(context.string())), parts.span(context)));
        }
        if (context.now() != null) {
            return Optional.of(parts.option("on update", context.now(), context));
        }
        if (context.optionValue() != null) {
            String name = parts.tokens().word(TreeParts.from(context));
            return Optional.of(parts.option(name, context.optionValue(), context));
        }
        return single(context);
    }

    /** Attributes that are one word, and those that are a word and a value. */
    private Optional<Option> single(ColumnAttributeContext context) {
        int from = TreeParts.from(context);
        int to = TreeParts.to(context);
        return switch (parts.tokens().word(from)) {
            case "auto_increment", "invisible", "visible", "binary", "byte" ->
                Optional.of(parts.option(parts.tokens().word(from), context));
            case "ascii" -> Optional.of(new Option("character set", Optional.of("latin1"), parts.span(context)));
            case "unicode" -> Optional.of(new Option("character set", Optional.of("ucs2"), parts.span(context)));
            case "with" -> Optional.of(parts.option("with system versioning", context));
            case "without" -> Optional.of(parts.option("without system versioning", context));
            case "column_format",
                    "storage",
                    "srid",
                    "ref_system_id",
                    "compressed",
                    "engine_attribute",
                    "secondary_engine_attribute" -> {
                String name = parts.tokens().word(from);
                int value = parts.tokens().type(from + 1) == MysqlParser.EQUALS ? from + 2 : from + 1;
                Optional<String> said = value < to ? Optional.of(parts.value(value, to)) : Optional.empty();
                yield Optional.of(new Option(name, said, parts.span(context)));
            }
            case "not" ->
                context.SECONDARY() == null ? Optional.empty() : Optional.of(parts.option("not secondary", context));
            default -> row(context);
        };
    }

    /** {@code AS ROW START}, {@code AS ROW END}: since when and until when a row of the past was there. */
    private Optional<Option> row(ColumnAttributeContext context) {
        if (context.ROW() == null) {
            return Optional.empty();
        }
        return Optional.of(parts.option(context.START() != null ? "row start" : "row end", context));
    }
}

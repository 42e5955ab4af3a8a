package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableConstraint.Kind;
import io.github.migralint.dialect.mysql.MysqlParser.CheckContext;
import io.github.migralint.dialect.mysql.MysqlParser.EnforcementContext;
import io.github.migralint.dialect.mysql.MysqlParser.IndexContext;
import io.github.migralint.dialect.mysql.MysqlParser.IndexNameContext;
import io.github.migralint.dialect.mysql.MysqlParser.IndexOptionContext;
import io.github.migralint.dialect.mysql.MysqlParser.IndexTypeContext;
import io.github.migralint.dialect.mysql.MysqlParser.KeyPartContext;
import io.github.migralint.dialect.mysql.MysqlParser.KeyPartsContext;
import io.github.migralint.dialect.mysql.MysqlParser.ReferencesContext;
import io.github.migralint.dialect.mysql.MysqlParser.ReferentialActionContext;
import io.github.migralint.dialect.mysql.MysqlParser.TableConstraintContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds indexes, keys and other constraints of tables. */
final class ConstraintBuilder {
    private final TreeParts parts;

    ConstraintBuilder(TreeParts parts) {
        this.parts = parts;
    }

    TableConstraint constraint(TableConstraintContext context) {
        if (context.check() != null) {
            return check(context, context.check());
        }
        return context.FOREIGN() != null ? foreignKey(context) : key(context);
    }

    /** Whether the constraint is added only where it is missing. */
    static boolean ifNotExists(TableConstraintContext context) {
        return !context.ifNotExists().isEmpty();
    }

    private TableConstraint check(TableConstraintContext context, CheckContext check) {
        return constraint(
                symbol(context),
                Kind.CHECK,
                List.of(),
                parts.optionalExpression(check.expression()),
                List.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                attributes(check.enforcement()),
                List.of(),
                parts.span(context));
    }

    private TableConstraint foreignKey(TableConstraintContext context) {
        return constraint(
                symbol(context),
                Kind.FOREIGN_KEY,
                parts.columns(context.columnList()),
                Optional.empty(),
                List.of(),
                "",
                indexName(context),
                Optional.of(target(context.references())),
                false,
                ConstraintAttributes.NONE,
                List.of(),
                parts.span(context));
    }

    private TableConstraint key(TableConstraintContext context) {
        List<KeyPartContext> keyParts = context.keyParts().keyPart();
        List<Identifier> columns = keyParts.stream()
                .filter(part -> part.colId() != null)
                .map(part -> parts.identifier(part.colId()))
                .toList();
        boolean plain = keyParts.stream().allMatch(ConstraintBuilder::isPlain);
        return constraint(
                context.PRIMARY() != null ? symbol(context) : indexName(context).or(() -> symbol(context)),
                context.PRIMARY() != null ? Kind.PRIMARY_KEY : Kind.UNIQUE,
                columns,
                Optional.empty(),
                plain ? List.of() : elements(context.keyParts()),
                method(context.indexType(), context.indexOption(), ""),
                Optional.empty(),
                Optional.empty(),
                keyParts.stream().anyMatch(part -> part.OVERLAPS() != null),
                ConstraintAttributes.NONE,
                options(context.indexOption()),
                parts.span(context));
    }

    private static boolean isPlain(KeyPartContext part) {
        return part.colId() != null && part.NUMBER() == null && part.DESC() == null;
    }

    private static TableConstraint constraint(
            Optional<Identifier> name,
            Kind kind,
            List<Identifier> columns,
            Optional<Expression> expression,
            List<IndexElement> elements,
            String method,
            Optional<Identifier> indexName,
            Optional<ForeignKeyTarget> references,
            boolean period,
            ConstraintAttributes attributes,
            List<Option> options,
            Span span) {
        return new TableConstraint(
                name,
                kind,
                columns,
                expression,
                elements,
                method,
                Optional.empty(),
                List.of(),
                indexName,
                references,
                false,
                period,
                false,
                attributes,
                options,
                span);
    }

    /** The name after CONSTRAINT. */
    private Optional<Identifier> symbol(TableConstraintContext context) {
        return context.CONSTRAINT() == null ? Optional.empty() : parts.optional(context.symbol);
    }

    /** The name after KEY. */
    private Optional<Identifier> indexName(TableConstraintContext context) {
        return parts.optional(context.named);
    }

    static ConstraintAttributes attributes(@Nullable EnforcementContext context) {
        if (context == null) {
            return ConstraintAttributes.NONE;
        }
        return new ConstraintAttributes(false, context.NOT() != null, true, false, false);
    }

    ForeignKeyTarget target(ReferencesContext context) {
        return new ForeignKeyTarget(
                parts.name(context.anyName()),
                parts.columns(context.columnList()),
                action(context, true),
                List.of(),
                action(context, false),
                context.MATCH() == null ? "" : parts.words(context.colId()),
                parts.span(context));
    }

    private String action(ReferencesContext context, boolean delete) {
        String action = "";
        for (ReferentialActionContext clause : context.referentialAction()) {
            if ((clause.DELETE() != null) == delete) {
                action = parts.words(clause).substring("ON DELETE ".length());
            }
        }
        return action;
    }

    IndexDefinition index(IndexContext context) {
        String kind = parts.tokens().word(TreeParts.from(context));
        boolean special = context.FULLTEXT() != null || context.SPATIAL() != null || context.VECTOR() != null;
        return new IndexDefinition(
                name(context.indexName()),
                special ? kind : method(context.indexType(), context.indexOption(), "btree"),
                elements(context.keyParts()),
                options(context.indexOption()),
                parts.span(context));
    }

    private Optional<Identifier> name(@Nullable IndexNameContext context) {
        return parts.optional(context);
    }

    List<IndexElement> elements(KeyPartsContext context) {
        return context.keyPart().stream().map(this::element).toList();
    }

    private IndexElement element(KeyPartContext context) {
        return new IndexElement(
                parts.optional(context.colId()),
                parts.optionalExpression(context.expression()),
                Optional.empty(),
                Optional.empty(),
                context.DESC() != null,
                Optional.empty(),
                Optional.ofNullable(context.NUMBER()).map(number -> length(number.getText())),
                parts.span(context));
    }

    /** A length that no server would take is as good as the longest. */
    static int length(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** What USING says before or after the parts of a key; the last one holds. */
    String method(@Nullable IndexTypeContext before, List<IndexOptionContext> after, String unless) {
        String method = before == null ? unless : parts.folded(before.colId());
        for (IndexOptionContext option : after) {
            method = option.indexType() == null
                    ? method
                    : parts.folded(option.indexType().colId());
        }
        return method;
    }

    List<Option> options(List<IndexOptionContext> contexts) {
        List<Option> options = new ArrayList<>();
        for (IndexOptionContext context : contexts) {
            if (context.indexType() == null) {
                options.add(option(context));
            }
        }
        return options;
    }

    private Option option(IndexOptionContext context) {
        if (context.visibility() != null) {
            return parts.option(parts.words(context).toLowerCase(Locale.ROOT), context);
        }
        if (context.PARSER() != null) {
            return parts.option("parser", context.colId(), context);
        }
        int from = TreeParts.from(context);
        int value = parts.tokens().type(from + 1) == MysqlParser.EQUALS ? from + 2 : from + 1;
        return new Option(
                parts.tokens().word(from), Optional.of(parts.value(value, TreeParts.to(context))), parts.span(context));
    }
}

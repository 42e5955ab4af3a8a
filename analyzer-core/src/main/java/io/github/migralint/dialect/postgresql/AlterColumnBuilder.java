package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterationContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColumnAlterationContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColumnSettingContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ConstraintAttributeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.GeneratedWhenContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.IdentityChangeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.NewTypeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SequenceOptionContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds the actions of ALTER COLUMN and ALTER CONSTRAINT. */
final class AlterColumnBuilder {
    private final TreeParts parts;

    AlterColumnBuilder(TreeParts parts) {
        this.parts = parts;
    }

    AlterAction alteration(AlterationContext context, Span span) {
        if (context.CONSTRAINT() != null) {
            return constraint(context, span);
        }
        Identifier column = context.colId() != null
                ? parts.identifier(context.colId())
                : Names.identifier(
                        parts.tokens().token(context.NUMBER().getSymbol().getTokenIndex()));
        return column(column, context.columnAlteration(), span);
    }

    private AlterAction constraint(AlterationContext context, Span span) {
        Optional<Boolean> deferrable = Optional.empty();
        Optional<Boolean> deferred = Optional.empty();
        Optional<Boolean> enforced = Optional.empty();
        Optional<Boolean> inherit = context.INHERIT() != null ? Optional.of(true) : Optional.empty();
        for (ConstraintAttributeContext attribute : context.constraintAttribute()) {
            boolean not = attribute.NOT() != null;
            if (attribute.DEFERRABLE() != null) {
                deferrable = Optional.of(!not);
            } else if (attribute.INITIALLY() != null) {
                deferred = Optional.of(attribute.DEFERRED() != null);
                // what is deferred at first can be
                deferrable = deferrable.or(() -> Optional.of(true).filter(yes -> attribute.DEFERRED() != null));
            } else if (attribute.ENFORCED() != null) {
                enforced = Optional.of(!not);
            } else if (attribute.INHERIT() != null) {
                inherit = Optional.of(false);
            } else {
                throw new SyntaxProblem(TreeParts.from(attribute), "a constraint cannot be altered to be NOT VALID");
            }
        }
        return new AlterAction.AlterConstraint(
                parts.identifier(context.colId()), deferrable, deferred, enforced, inherit, span);
    }

    private AlterAction column(Identifier column, ColumnAlterationContext context, Span span) {
        if (context.newType() != null) {
            return type(column, context.newType(), span);
        }
        if (context.columnSetting() != null) {
            return setting(column, context.columnSetting(), span);
        }
        if (context.RESET() != null) {
            return new AlterAction.SetColumnOptions(column, parts.options(context.optionList()), true, span);
        }
        if (context.DROP() != null) {
            return drop(column, context, span);
        }
        if (context.ADD() != null) {
            SequenceOptions options = context.sequenceOptionGroup() == null
                    ? SequenceOptions.NONE
                    : parts.sequenceOptions(context.sequenceOptionGroup().sequenceOption());
            return new AlterAction.AddIdentity(column, isAlways(context.generatedWhen()), options, span);
        }
        if (context.RESTART() != null) {
            return identity(column, context, null, context.identityChange(), span);
        }
        return new AlterAction.OtherAction(
                "AT_AlterColumnGenericOptions", Optional.of(column), parts.run(context), span);
    }

    private AlterAction type(Identifier column, NewTypeContext context, Span span) {
        return new AlterAction.AlterColumnType(
                column,
                parts.type(context.typeName()),
                Optional.ofNullable(context.collation()).map(collation -> parts.name(collation.anyName())),
                parts.optionalExpression(context.expression()),
                false,
                span);
    }

    private AlterAction drop(Identifier column, ColumnAlterationContext context, Span span) {
        boolean ifExists = context.ifExists() != null;
        if (context.DEFAULT() != null) {
            return new AlterAction.DropDefault(column, span);
        }
        if (context.NOT() != null) {
            return new AlterAction.DropNotNull(column, span);
        }
        return context.EXPRESSION() != null
                ? new AlterAction.DropExpression(column, ifExists, span)
                : new AlterAction.DropIdentity(column, ifExists, span);
    }

    private AlterAction setting(Identifier column, ColumnSettingContext context, Span span) {
        if (context.simpleOrFullExpression() != null) {
            Expression expression = parts.expression(context.simpleOrFullExpression());
            return new AlterAction.SetDefault(column, expression, span);
        }
        if (context.NOT() != null) {
            return new AlterAction.SetNotNull(column, span);
        }
        if (context.EXPRESSION() != null) {
            return new AlterAction.SetExpression(column, parts.expression(context.expression()), span);
        }
        if (context.optionList() != null) {
            return new AlterAction.SetColumnOptions(column, parts.options(context.optionList()), false, span);
        }
        String last = Names.value(parts.tokens().token(TreeParts.to(context) - 1));
        if (context.STATISTICS() != null) {
            int value = TreeParts.from(context) + 1;
            return new AlterAction.SetStatistics(column, parts.value(value, TreeParts.to(context)), span);
        }
        if (context.STORAGE() != null) {
            return new AlterAction.SetStorage(column, last, span);
        }
        if (context.COMPRESSION() != null) {
            return new AlterAction.SetCompression(column, last, span);
        }
        return identity(column, context, context, context.identityChange(), span);
    }

    private AlterAction identity(
            Identifier column,
            ParserRuleContext whole,
            @Nullable ColumnSettingContext first,
            List<IdentityChangeContext> changes,
            Span span) {
        List<SequenceOptionContext> options = new ArrayList<>();
        Optional<Boolean> always = Optional.empty();
        if (first != null && first.generatedWhen() != null) {
            always = Optional.of(isAlways(first.generatedWhen()));
        } else if (first != null) {
            options.add(first.sequenceOption());
        }
        for (IdentityChangeContext change : changes) {
            if (change.generatedWhen() != null) {
                always = Optional.of(isAlways(change.generatedWhen()));
            } else if (change.sequenceOption() != null) {
                options.add(change.sequenceOption());
            }
        }
        return new AlterAction.SetIdentity(
                column, withRestart(parts.sequenceOptions(options), whole, first), always, span);
    }

    /** RESTART stands without SET, so the grammar has it apart from the other options. */
    private SequenceOptions withRestart(
            SequenceOptions options, ParserRuleContext whole, @Nullable ColumnSettingContext first) {
        var all = new ArrayList<>(options.options());
        int to = TreeParts.to(whole);
        for (int i = TreeParts.from(whole); i < to; i++) {
            boolean restarts = parts.tokens().type(i) == PostgresqlParser.RESTART
                    && parts.tokens().type(i - 1) != PostgresqlParser.SET;
            if (restarts && (first == null || i > TreeParts.from(first))) {
                int value = parts.tokens().type(i + 1) == PostgresqlParser.WITH ? i + 2 : i + 1;
                boolean given = parts.tokens().type(value) == PostgresqlParser.NUMBER
                        || parts.tokens().type(value) == PostgresqlParser.SIGN;
                int end = parts.tokens().type(value) == PostgresqlParser.SIGN ? value + 2 : value + 1;
                all.add(new io.github.migralint.ast.Option(
                        "restart",
                        given ? Optional.of(parts.value(value, end)) : Optional.empty(),
                        parts.tokens().span(i, given ? end : i + 1)));
            }
        }
        return new SequenceOptions(all, options.ownedBy());
    }

    private static boolean isAlways(GeneratedWhenContext context) {
        return context.ALWAYS() != null;
    }
}

package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateForeignContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateIndexContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateMaterializedViewContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateObjectContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateSequenceContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateViewContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PersistenceContext;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds CREATE: relations here, everything else in builders of its own. */
final class CreateBuilder {
    private final TreeParts parts;
    private final ConstraintBuilder constraints;

    CreateBuilder(TreeParts parts) {
        this.parts = parts;
        this.constraints = new ConstraintBuilder(parts);
    }

    Statement create(CreateContext context, Span span) {
        CreateObjectContext object = context.createObject();
        boolean replace = context.orReplace() != null;
        ParserRuleContext created = (ParserRuleContext) object.getChild(object.getChildCount() - 1);
        if (replace && !isReplaceable(created)) {
            throw new SyntaxProblem(TreeParts.from(object), "expected something that can be replaced");
        }
        Persistence persistence = persistence(object.persistence());
        return switch (created.getRuleIndex()) {
            case PostgresqlParser.RULE_createTable ->
                new TableBuilder(parts).table(object.createTable(), persistence, span);
            case PostgresqlParser.RULE_createIndex -> index(object.createIndex(), span);
            case PostgresqlParser.RULE_createView -> view(object.createView(), replace, persistence, span);
            case PostgresqlParser.RULE_createMaterializedView ->
                materializedView(object.createMaterializedView(), span);
            case PostgresqlParser.RULE_createSequence -> sequence(object.createSequence(), persistence, span);
            case PostgresqlParser.RULE_createForeign -> foreign(object.createForeign(), span);
            case PostgresqlParser.RULE_createFunction ->
                new RoutineBuilder(parts).function(object.createFunction(), replace, span);
            case PostgresqlParser.RULE_createTrigger ->
                new RoutineBuilder(parts).trigger(object.createTrigger(), replace, span);
            default -> new CreateObjectBuilder(parts).create(created, replace, span);
        };
    }

    private static boolean isReplaceable(ParserRuleContext created) {
        return switch (created.getRuleIndex()) {
            case PostgresqlParser.RULE_createView,
                    PostgresqlParser.RULE_createFunction,
                    PostgresqlParser.RULE_createTrigger,
                    PostgresqlParser.RULE_createRule,
                    PostgresqlParser.RULE_createAggregate,
                    PostgresqlParser.RULE_createTransformStmt,
                    PostgresqlParser.RULE_createPLangStmt -> true;
            default -> false;
        };
    }

    /** How long a relation lives. */
    static Persistence persistence(@Nullable PersistenceContext context) {
        if (context == null) {
            return Persistence.PERMANENT;
        }
        return context.UNLOGGED() != null ? Persistence.UNLOGGED : Persistence.TEMPORARY;
    }

    CreateIndex index(CreateIndexContext context, Span span) {
        List<PostgresqlParser.ColIdContext> names = context.colId();
        int next = 0;
        Optional<Identifier> name = Optional.empty();
        if (!names.isEmpty() && TreeParts.from(names.get(0)) < TreeParts.from(context.relation())) {
            name = Optional.of(parts.identifier(names.get(next++)));
        }
        if (context.ifNotExists() != null && name.isEmpty()) {
            throw new SyntaxProblem(TreeParts.to(context.ifNotExists()), "expected a name");
        }
        String method =
                context.USING() != null ? parts.identifier(names.get(next++)).value() : "btree";
        return new CreateIndex(
                name,
                parts.name(context.relation().anyName()),
                context.relation().ONLY() != null,
                context.UNIQUE() != null,
                context.CONCURRENTLY() != null,
                context.ifNotExists() != null,
                method,
                constraints.indexElements(context.indexElement()),
                constraints.include(context.include()),
                context.nullsDistinct() != null && context.nullsDistinct().NOT() != null,
                Optional.ofNullable(context.where()).map(where -> parts.expression(where.expression())),
                parts.options(context.optionList()),
                context.TABLESPACE() != null ? parts.optional(names.get(next)) : Optional.empty(),
                span);
    }

    CreateView view(CreateViewContext context, boolean replace, Persistence persistence, Span span) {
        if (persistence == Persistence.UNLOGGED) {
            throw new SyntaxProblem(TreeParts.from(context), "expected TABLE or SEQUENCE");
        }
        if (context.RECURSIVE() != null && context.columnList() == null) {
            throw new SyntaxProblem(TreeParts.to(context.anyName()), "expected \"(\"");
        }
        return new CreateView(
                parts.name(context.anyName()),
                replace,
                persistence,
                parts.columns(context.columnList()),
                parts.options(context.optionList()),
                parts.query(context.query()),
                span);
    }

    CreateTableAs materializedView(CreateMaterializedViewContext context, Span span) {
        return new CreateTableAs(
                parts.name(context.anyName()),
                true,
                Persistence.PERMANENT,
                context.ifNotExists() != null,
                parts.columns(context.columnList()),
                parts.query(context.query()),
                context.withData() == null || context.withData().NO() == null,
                span);
    }

    CreateSequence sequence(CreateSequenceContext context, Persistence persistence, Span span) {
        return new CreateSequence(
                parts.name(context.anyName()),
                persistence,
                context.ifNotExists() != null,
                parts.sequenceOptions(context.sequenceOption()),
                span);
    }

    private Statement foreign(CreateForeignContext context, Span span) {
        if (context.createForeignTable() != null) {
            return new TableBuilder(parts).foreignTable(context.createForeignTable(), span);
        }
        return OtherStatements.of(
                "CreateFdwStmt",
                Optional.of(ObjectKind.FOREIGN_DATA_WRAPPER),
                List.of(parts.reference(context.createFdwStmt().colId())),
                parts.tokens());
    }
}

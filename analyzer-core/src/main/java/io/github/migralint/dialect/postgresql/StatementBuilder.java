package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Cluster;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.RefreshMaterializedView;
import io.github.migralint.ast.Reindex;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Vacuum;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AnalyzeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ClusterContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PrepareContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RefreshContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ReindexContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SecLabelStmtContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.StatementContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.VacuumContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.VacuumTableContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.VacuumTablesContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.WithStatementContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds a statement: sends each kind to its builder and builds the commands of upkeep itself. */
final class StatementBuilder {
    private final TreeParts parts;
    private final Optional<Span> data;

    StatementBuilder(StatementTokens tokens, Optional<Span> data) {
        this.parts = new TreeParts(tokens);
        this.data = data;
    }

    Statement statement(StatementContext context, Span span) {
        return statement((ParserRuleContext) context.getChild(0), context, span);
    }

    private Statement statement(ParserRuleContext kind, StatementContext context, Span span) {
        return switch (kind.getRuleIndex()) {
            case PostgresqlParser.RULE_alter ->
                new AlterBuilder(parts).alter(context.alter().alterObject(), span);
            case PostgresqlParser.RULE_create -> new CreateBuilder(parts).create(context.create(), span);
            case PostgresqlParser.RULE_drop ->
                new ObjectBuilder(parts).drop(context.drop().dropTarget(), span);
            case PostgresqlParser.RULE_comment -> new ObjectBuilder(parts).comment(context.comment(), span);
            case PostgresqlParser.RULE_transaction ->
                new SessionBuilder(parts).transaction(context.transaction(), span);
            case PostgresqlParser.RULE_set ->
                new SessionBuilder(parts).set(context.set().setTarget(), span);
            case PostgresqlParser.RULE_resetSetting -> new SessionBuilder(parts).reset(context.resetSetting(), span);
            case PostgresqlParser.RULE_grant -> new GrantBuilder(parts).grant(context.grant(), span);
            case PostgresqlParser.RULE_revoke -> new GrantBuilder(parts).revoke(context.revoke(), span);
            case PostgresqlParser.RULE_doBlock -> new RoutineBuilder(parts).block(context.doBlock(), span);
            case PostgresqlParser.RULE_prepare -> prepare(context.prepare(), span);
            default -> rows(kind, context, span);
        };
    }

    private Statement rows(ParserRuleContext kind, StatementContext context, Span span) {
        var rows = new DmlBuilder(parts);
        return switch (kind.getRuleIndex()) {
            case PostgresqlParser.RULE_select -> select(TreeParts.from(kind), span);
            case PostgresqlParser.RULE_withStatement -> with(context.withStatement(), span);
            case PostgresqlParser.RULE_insert -> rows.insert(context.insert(), span);
            case PostgresqlParser.RULE_update -> rows.update(context.update(), span);
            case PostgresqlParser.RULE_deletion -> rows.delete(context.deletion(), span);
            case PostgresqlParser.RULE_merge -> rows.merge(context.merge(), span);
            case PostgresqlParser.RULE_copy -> rows.copy(context.copy(), span, data);
            case PostgresqlParser.RULE_truncate -> rows.truncate(context.truncate(), span);
            case PostgresqlParser.RULE_lock -> rows.lock(context.lock(), span);
            case PostgresqlParser.RULE_call -> rows.call(context.call(), span);
            default -> upkeep(kind, context, span);
        };
    }

    private Statement select(int from, Span span) {
        return new SelectBuilder(parts).select(from, parts.tokens().count(), span);
    }

    private Statement with(WithStatementContext context, Span span) {
        var rows = new DmlBuilder(parts);
        if (context.insert() != null) {
            return rows.insert(context.insert(), span);
        }
        if (context.update() != null) {
            return rows.update(context.update(), span);
        }
        if (context.deletion() != null) {
            return rows.delete(context.deletion(), span);
        }
        return context.merge() != null ? rows.merge(context.merge(), span) : select(TreeParts.from(context), span);
    }

    private Statement prepare(PrepareContext context, Span span) {
        return context.TRANSACTION() != null
                ? new SessionBuilder(parts).prepare(context.string(), span)
                : OtherStatements.about(
                        "PrepareStmt", parts.tokens(), context.AS().getSymbol().getTokenIndex() + 1);
    }

    private Statement upkeep(ParserRuleContext kind, StatementContext context, Span span) {
        return switch (kind.getRuleIndex()) {
            case PostgresqlParser.RULE_vacuum -> vacuum(context.vacuum(), span);
            case PostgresqlParser.RULE_analyze -> analyze(context.analyze(), span);
            case PostgresqlParser.RULE_reindex -> reindex(context.reindex(), span);
            case PostgresqlParser.RULE_cluster -> cluster(context.cluster(), span);
            case PostgresqlParser.RULE_refresh -> refresh(context.refresh(), span);
            case PostgresqlParser.RULE_secLabelStmt -> securityLabel(context.secLabelStmt());
            case PostgresqlParser.RULE_explainStmt ->
                OtherStatements.about(
                        "ExplainStmt",
                        parts.tokens(),
                        TreeParts.from(context.explainStmt().explained()));
            case PostgresqlParser.RULE_declareCursorStmt ->
                OtherStatements.about(
                        "DeclareCursorStmt",
                        parts.tokens(),
                        TreeParts.from(context.declareCursorStmt().query()));
            case PostgresqlParser.RULE_show -> OtherStatements.of("VariableShowStmt", parts.tokens());
            default -> OtherStatements.of(CreateObjectBuilder.kindOf(kind), parts.tokens());
        };
    }

    private Statement securityLabel(SecLabelStmtContext context) {
        ObjectBuilder.Target target = new ObjectBuilder(parts).target(context.objectTarget());
        List<ObjectReference> objects = List.of(target.object());
        Optional<ObjectKind> kind = Optional.of(target.kind());
        return OtherStatements.of("SecLabelStmt", kind, objects, parts.tokens());
    }

    private Statement vacuum(VacuumContext context, Span span) {
        List<Option> options = new ArrayList<>(parts.options(context.utilityOptions()));
        int from = TreeParts.from(context) + 1;
        boolean bare = context.utilityOptions() == null;
        int to = context.vacuumTables() == null ? TreeParts.to(context) : TreeParts.from(context.vacuumTables());
        for (int i = from; bare && i < to; i++) {
            String word = parts.tokens().word(i).replace("analyse", "analyze");
            options.add(new Option(word, Optional.empty(), parts.tokens().span(i, i + 1)));
        }
        return new Vacuum(true, options, tables(context.vacuumTables()), span);
    }

    private Statement analyze(AnalyzeContext context, Span span) {
        List<Option> options = new ArrayList<>(parts.options(context.utilityOptions()));
        if (context.VERBOSE() != null) {
            int at = context.VERBOSE().getSymbol().getTokenIndex();
            options.add(new Option("verbose", Optional.empty(), parts.tokens().span(at, at + 1)));
        }
        return new Vacuum(false, options, tables(context.vacuumTables()), span);
    }

    private List<Vacuum.Target> tables(@Nullable VacuumTablesContext context) {
        return context == null
                ? List.of()
                : context.vacuumTable().stream().map(this::target).toList();
    }

    private Vacuum.Target target(VacuumTableContext context) {
        var columns = context.columnList();
        return new Vacuum.Target(
                parts.name(context.relation().anyName()),
                context.relation().ONLY() != null,
                columns == null ? List.of() : parts.columns(columns));
    }

    private Statement reindex(ReindexContext context, Span span) {
        Reindex.Target target;
        if (context.INDEX() != null) {
            target = Reindex.Target.INDEX;
        } else if (context.TABLE() != null) {
            target = Reindex.Target.TABLE;
        } else if (context.SCHEMA() != null) {
            target = Reindex.Target.SCHEMA;
        } else {
            target = context.DATABASE() != null ? Reindex.Target.DATABASE : Reindex.Target.SYSTEM;
        }
        List<Option> options = parts.options(context.utilityOptions());
        boolean concurrently = context.CONCURRENTLY() != null
                || options.stream()
                        .anyMatch(option -> option.name().equals("concurrently")
                                && !isOff(option.value().orElse("on")));
        return new Reindex(target, parts.optionalName(context.anyName()), concurrently, options, span);
    }

    private static boolean isOff(String value) {
        return value.equalsIgnoreCase("off") || value.equalsIgnoreCase("false") || value.equals("0");
    }

    private Statement cluster(ClusterContext context, Span span) {
        List<PostgresqlParser.AnyNameContext> names = context.anyName();
        if (context.ON() != null) {
            // The oldest form names the index first: CLUSTER i ON t.
            return new Cluster(Optional.of(parts.name(names.get(1))), parts.optional(names.get(0)), span);
        }
        Optional<QualifiedName> table = names.isEmpty() ? Optional.empty() : Optional.of(parts.name(names.get(0)));
        return new Cluster(table, parts.optional(context.colId()), span);
    }

    private Statement refresh(RefreshContext context, Span span) {
        boolean withData = context.withData() == null || context.withData().NO() == null;
        return new RefreshMaterializedView(
                parts.name(context.anyName()), context.CONCURRENTLY() != null, withData, span);
    }
}

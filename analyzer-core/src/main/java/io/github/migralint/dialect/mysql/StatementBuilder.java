package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.MysqlStatement.RenameTables;
import io.github.migralint.ast.MysqlStatement.TableRename;
import io.github.migralint.ast.MysqlStatement.UseDatabase;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.dialect.mysql.MysqlParser.RenameStmtContext;
import io.github.migralint.dialect.mysql.MysqlParser.StatementContext;
import io.github.migralint.dialect.mysql.MysqlParser.TruncateContext;
import io.github.migralint.dialect.mysql.MysqlParser.WithStatementContext;
import io.github.migralint.source.Span;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds a statement: sends each kind to its builder. */
final class StatementBuilder {
    private final TreeParts parts;

    StatementBuilder(StatementTokens tokens) {
        this.parts = new TreeParts(tokens);
    }

    Statement statement(StatementContext context, Span span) {
        int kind = ((ParserRuleContext) context.getChild(0)).getRuleIndex();
        return switch (kind) {
            case MysqlParser.RULE_create -> new CreateBuilder(parts).create(context.create(), span);
            case MysqlParser.RULE_alter ->
                new AlterBuilder(parts).alter(context.alter().alterObject(), span);
            case MysqlParser.RULE_drop ->
                new DropBuilder(parts).drop(context.drop().dropTarget(), span);
            case MysqlParser.RULE_renameStmt -> rename(context.renameStmt(), span);
            case MysqlParser.RULE_truncate -> truncate(context.truncate(), span);
            case MysqlParser.RULE_use ->
                new UseDatabase(parts.identifier(context.use().colId()), span);
            default -> rows(kind, context, span);
        };
    }

    private Statement rename(RenameStmtContext context, Span span) {
        if (context.USER() != null) {
            return new OtherBuilder(parts).renameUsers(context);
        }
        List<TableRename> renames = context.tableRename().stream()
                .map(pair ->
                        new TableRename(parts.name(pair.anyName(0)), parts.name(pair.anyName(1)), parts.span(pair)))
                .toList();
        return new RenameTables(renames, context.ifExists() != null, span);
    }

    private Statement truncate(TruncateContext context, Span span) {
        return new Truncate(List.of(parts.name(context.anyName())), false, true, false, span);
    }

    private Statement rows(int kind, StatementContext context, Span span) {
        var rows = new RowBuilder(parts);
        return switch (kind) {
            case MysqlParser.RULE_select -> rows.select(span);
            case MysqlParser.RULE_withStatement -> with(context.withStatement(), span);
            case MysqlParser.RULE_insert -> rows.insert(context.insert(), span);
            case MysqlParser.RULE_replaceRows -> rows.replace(context.replaceRows(), span);
            case MysqlParser.RULE_update -> rows.update(context.update(), span);
            case MysqlParser.RULE_deletion -> rows.delete(context.deletion(), span);
            case MysqlParser.RULE_loadData -> rows.load(context.loadData(), span);
            case MysqlParser.RULE_call -> rows.call(context.call(), span);
            default -> session(kind, context, span);
        };
    }

    private Statement with(WithStatementContext context, Span span) {
        var rows = new RowBuilder(parts);
        if (context.update() != null) {
            return rows.update(context.update(), span);
        }
        return context.deletion() != null ? rows.delete(context.deletion(), span) : rows.select(span);
    }

    private Statement session(int kind, StatementContext context, Span span) {
        var session = new SessionBuilder(parts);
        return switch (kind) {
            case MysqlParser.RULE_transaction -> session.transaction(context.transaction(), span);
            case MysqlParser.RULE_set -> new SettingBuilder(parts).set(span);
            case MysqlParser.RULE_lockTables -> session.lock(context.lockTables(), span);
            case MysqlParser.RULE_unlockTables -> session.unlock(span);
            case MysqlParser.RULE_prepare -> session.prepare(context.prepare(), span);
            case MysqlParser.RULE_executeStmt -> session.execute(context.executeStmt(), span);
            case MysqlParser.RULE_deallocate -> OtherBuilder.deallocate(parts);
            case MysqlParser.RULE_grant, MysqlParser.RULE_revoke -> new GrantBuilder(parts).grant(span);
            case MysqlParser.RULE_block -> new DoBlock("sql", new RoutineBuilder(parts).code(0), span);
            default -> other(kind, context, span);
        };
    }

    private Statement other(int kind, StatementContext context, Span span) {
        var others = new OtherBuilder(parts);
        return switch (kind) {
            case MysqlParser.RULE_maintain -> others.maintain(context.maintain(), span);
            case MysqlParser.RULE_explained -> others.explained(context.explained());
            default -> others.other();
        };
    }
}

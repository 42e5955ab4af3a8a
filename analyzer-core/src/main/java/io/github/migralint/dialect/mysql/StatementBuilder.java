package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.MysqlStatement.RenameTables;
import io.github.migralint.ast.MysqlStatement.TableRename;
import io.github.migralint.ast.MysqlStatement.UseDatabase;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.dialect.mysql.MysqlParser.RenameStmtContext;
import io.github.migralint.dialect.mysql.MysqlParser.StatementContext;
import io.github.migralint.dialect.mysql.MysqlParser.TruncateContext;
import io.github.migralint.source.Span;
import java.util.List;

/** Builds a statement: sends each kind to its builder. */
final class StatementBuilder {
    private final TreeParts parts;

    StatementBuilder(StatementTokens tokens) {
        this.parts = new TreeParts(tokens);
    }

    Statement statement(StatementContext context, Span span) {
        if (context.create() != null) {
            return new CreateBuilder(parts).create(context.create(), span);
        }
        if (context.alter() != null) {
            return new AlterBuilder(parts).alter(context.alter().alterObject(), span);
        }
        if (context.drop() != null) {
            return new DropBuilder(parts).drop(context.drop().dropTarget(), span);
        }
        if (context.renameStmt() != null) {
            return rename(context.renameStmt(), span);
        }
        if (context.truncate() != null) {
            return truncate(context.truncate(), span);
        }
        return new UseDatabase(parts.identifier(context.use().colId()), span);
    }

    private Statement rename(RenameStmtContext context, Span span) {
        List<TableRename> renames = context.tableRename().stream()
                .map(pair -> new TableRename(
                        parts.name(pair.anyName(0)), parts.name(pair.anyName(1)), parts.span(pair)))
                .toList();
        return new RenameTables(renames, context.ifExists() != null, span);
    }

    private Statement truncate(TruncateContext context, Span span) {
        return new Truncate(List.of(parts.name(context.anyName())), false, true, false, span);
    }
}

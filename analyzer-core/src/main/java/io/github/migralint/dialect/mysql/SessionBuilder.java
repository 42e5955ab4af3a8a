package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.MysqlStatement.Execute;
import io.github.migralint.ast.MysqlStatement.LockTables;
import io.github.migralint.ast.MysqlStatement.Prepare;
import io.github.migralint.ast.MysqlStatement.TableLock;
import io.github.migralint.ast.MysqlStatement.UnlockTables;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.TransactionControl.Action;
import io.github.migralint.dialect.mysql.MysqlParser.ExecuteStmtContext;
import io.github.migralint.dialect.mysql.MysqlParser.LockTablesContext;
import io.github.migralint.dialect.mysql.MysqlParser.PrepareContext;
import io.github.migralint.dialect.mysql.MysqlParser.TransactionContext;
import io.github.migralint.source.Span;
import java.util.Optional;

/** Builds transaction control, table locks and prepared statements. */
final class SessionBuilder {
    private final TreeParts parts;

    SessionBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Statement transaction(TransactionContext context, Span span) {
        boolean chain = context.chain() != null && context.chain().NO() == null;
        return new TransactionControl(action(context), parts.optional(context.colId()), chain, span);
    }

    private static Action action(TransactionContext context) {
        if (context.START() != null || context.BEGIN() != null) {
            return Action.BEGIN;
        }
        if (context.COMMIT() != null) {
            return Action.COMMIT;
        }
        if (context.ROLLBACK() != null) {
            return context.TO() != null ? Action.ROLLBACK_TO : Action.ROLLBACK;
        }
        return context.RELEASE() != null ? Action.RELEASE : Action.SAVEPOINT;
    }

    Statement lock(LockTablesContext context, Span span) {
        return new LockTables(
                context.tableLock().stream()
                        .map(lock -> new TableLock(parts.name(lock.anyName()), lock.WRITE() != null, parts.span(lock)))
                        .toList(),
                span);
    }

    Statement unlock(Span span) {
        return new UnlockTables(span);
    }

    Statement prepare(PrepareContext context, Span span) {
        return new Prepare(parts.folded(context.colId()), parts.expression(context.expression()), span);
    }

    Statement execute(ExecuteStmtContext context, Span span) {
        return new Execute(
                Optional.ofNullable(context.colId()).map(parts::folded),
                parts.optionalExpression(context.expression()),
                span);
    }
}

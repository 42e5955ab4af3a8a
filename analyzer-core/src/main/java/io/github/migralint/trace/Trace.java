package io.github.migralint.trace;

import io.github.migralint.dialect.Engine;
import io.github.migralint.framework.Transaction;
import io.github.migralint.source.SourceText;
import java.util.List;

/**
 * What one migration does while it runs.
 *
 * @param engine the server it is meant for
 * @param text its file
 * @param version the version its tool reads from the name; may be empty
 * @param frame how its tool runs it
 * @param statements in the order in which they run, those inside of blocks in the place of the blocks
 * @param transactions in order; statements between them run on their own
 * @param locks in the order in which they are taken
 * @param schema what becomes of the schema
 */
public record Trace(
        Engine engine,
        SourceText text,
        String version,
        Transaction frame,
        List<TracedStatement> statements,
        List<TracedTransaction> transactions,
        List<TracedLock> locks,
        SchemaDifference schema) {
    public Trace {
        statements = List.copyOf(statements);
        transactions = List.copyOf(transactions);
        locks = List.copyOf(locks);
    }

    /** What is done while a lock is held, on whatever relation, that grows with the rows of it. */
    public List<TracedWork> growingUnder(TracedLock lock) {
        return statements.subList(lock.from(), lock.to() + 1).stream()
                .flatMap(statement -> statement.work().stream())
                .filter(TracedWork::grows)
                .toList();
    }

    /** The line on which a statement begins, from 1. */
    public int line(int statement) {
        return text.position(statements.get(statement).place().start()).line();
    }
}

package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Script;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.source.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs migrations on a server the way their tools do: each in a session of its own, as one message or many. */
final class ServerSession implements AutoCloseable {
    private final Connection connection;

    /** A session over a connection that sends what it is given as one message. */
    ServerSession(Connection connection) {
        this.connection = connection;
    }

    /** Runs a migration; what comes back is why the server refused it. */
    Optional<SQLException> run(Migration migration) throws SQLException {
        TransactionMode mode = migration.transaction().mode();
        try {
            if (mode == TransactionMode.WRAPPED || mode == TransactionMode.SHARED) {
                connection.setAutoCommit(false);
            }
            if (mode == TransactionMode.NONE) {
                for (Statement statement : migration.statements()) {
                    execute(migration.text().slice(statement.span()));
                }
            } else {
                execute(whole(migration));
            }
            if (mode == TransactionMode.WRAPPED || mode == TransactionMode.SHARED) {
                connection.commit();
            }
            return Optional.empty();
        } catch (SQLException refusal) {
            return Optional.of(refusal);
        } finally {
            reset();
        }
    }

    /** Runs statements one by one. */
    void prepare(Iterable<String> statements) throws SQLException {
        for (String statement : statements) {
            execute(statement);
        }
    }

    /** The parts that run together, from the first statement of each to the last, as the tool sends them. */
    private static String whole(Migration migration) {
        return migration.scripts().stream()
                .map(Script::statements)
                .filter(statements -> !statements.isEmpty())
                .map(statements -> migration
                        .text()
                        .slice(new Span(
                                statements.getFirst().span().start(),
                                statements.getLast().span().end())))
                .collect(Collectors.joining(";\n"));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private void reset() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        // what a script of its own left open
        execute("ROLLBACK");
        execute("DISCARD ALL");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.mysql.live.LiveServer;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database on which one statement after the other is tried, live and foretold.
 *
 * @param live the server
 * @param name the name of the database
 * @param preparation the statements that make it, each on a line
 */
record Stage(LiveServer live, String name, String preparation) {
    /** A connection to the database made anew. */
    Connection open() throws SQLException {
        live.createDatabase(name);
        Connection connection = live.connect(name);
        preparation.lines().forEach(sql -> run(connection, sql));
        return connection;
    }

    /** Runs what must not fail. */
    static void run(Connection connection, String sql) {
        assertThat(LiveServer.refusal(connection, sql)).as(sql).isEmpty();
    }

    /** What Migralint says of a statement on it. */
    Foretold foretold(String sql) {
        return Foretold.of(preparation.replace("\n", ";\n") + sql + ";", live.server());
    }
}

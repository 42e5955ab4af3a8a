package io.github.migralint.dialect.mysql.catalog;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Rehearsal;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.SourceText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One history on a server and in a replay at once, statement by statement; what the server refuses neither has. */
final class HistoryRun implements AutoCloseable {
    /** The database that the replay takes for the one where migrations run. */
    private static final String DATABASE = "app";

    private final Connection connection;
    private final ServerCatalog catalog;
    private final Server server;
    private final MysqlDialect dialect;
    private final SchemaBuilder schema;
    private final List<String> refused = new ArrayList<>();
    private int accepted;

    private HistoryRun(Connection connection, Server server) {
        this.connection = connection;
        this.server = server;
        this.catalog = new ServerCatalog(connection, server);
        this.dialect = new MysqlDialect(server.flavor());
        this.schema = dialect.emptySchema(true);
    }

    /** Begins with an empty server. */
    static HistoryRun on(LiveServer live) throws SQLException {
        try (Connection connection = live.connect("")) {
            for (String database : new ServerCatalog(connection, live.server()).databases()) {
                LiveServer.refusal(connection, "DROP DATABASE `" + database + "`");
            }
        }
        live.createDatabase(DATABASE);
        return new HistoryRun(live.connect(DATABASE), live.server());
    }

    /** The dialect of the server. */
    MysqlDialect dialect() {
        return dialect;
    }

    /** The server, as the analyzer is told. */
    Server server() {
        return server;
    }

    /** Runs statements on both sides. */
    void run(SourceText text, List<Statement> statements) {
        statements.forEach(statement -> run(text, statement));
    }

    /** Runs one on both sides and says whether the server took it. */
    boolean run(SourceText text, Statement statement) {
        String sql = text.slice(statement.span());
        Optional<Integer> refusal = LiveServer.refusal(connection, sql);
        if (refusal.isPresent()) {
            refused.add(refusal.get() + " " + sql.replaceAll("\\s+", " "));
            return false;
        }
        accepted++;
        int line = text.position(statement.span().start()).line();
        Rehearsal.apply(statement, schema, dialect, server.version(), new Origin(0, text.path(), line));
        return true;
    }

    /** How many statements the server took. */
    int accepted() {
        return accepted;
    }

    /** What the server refused, with its error numbers. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    Schema schema() {
        return schema.now();
    }

    /** What the server has. */
    Set<Fact> onServer() throws SQLException {
        return catalog.facts();
    }

    /** What the replay has. */
    Set<Fact> replayed() {
        return ReplayedCatalog.of(schema.now());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

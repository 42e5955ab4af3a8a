package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Installation;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a schema from before a statement of MySQL or MariaDB to after it. */
public final class MysqlReplay {
    /** The database that migrations run in when they name none. */
    static final String DATABASE = "app";

    private MysqlReplay() {}

    /** The schema of a new database. */
    public static SchemaBuilder emptySchema(boolean complete) {
        return new SchemaBuilder(
                new Installation(
                        List.of(DATABASE),
                        List.of(DATABASE),
                        "temporary tables",
                        Set.of("mysql", "sys", "information_schema", "performance_schema"),
                        Optional.empty(),
                        Set.of(),
                        Set.of()),
                complete);
    }

    /** Brings the schema to after the statement. */
    public static void apply(Statement statement, SchemaBuilder schema, Server server, Origin origin) {}
}

package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Rehearsal;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.Map;

/** SQL in, schema or steps out: what the tests of replay share. */
public final class Replayed {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private Replayed() {}

    /** The schema after statements that start from an empty database. */
    public static Schema after(String sql) {
        return apply(sql, PostgresqlReplay.emptySchema(true)).now();
    }

    /** The schema after statements of which nobody knows what was there before. */
    public static Schema afterUnknown(String sql) {
        return apply(sql, PostgresqlReplay.emptySchema(false)).now();
    }

    /** Applies statements to a schema. */
    public static SchemaBuilder apply(String sql, SchemaBuilder schema) {
        SourceText text = SourceText.of("test.sql", sql);
        for (Statement statement :
                DIALECT.parse(text, text.span(), DIALECT.defaultVersion()).statements()) {
            int line = text.position(statement.span().start()).line();
            var origin = new Origin(0, "test.sql", line);
            Rehearsal.apply(statement, schema, DIALECT, DIALECT.defaultVersion(), origin);
        }
        return schema;
    }

    /** A replay of nothing yet, from an empty database. */
    public static Replay replay(ReleaseMode mode) {
        var engine = new Engine(DIALECT.name(), DIALECT.label(), new Version(18, 0));
        return new Replay(DIALECT, engine, true, mode);
    }

    /** A migration that its tool wraps or not. */
    public static Migration migration(int ordinal, String name, String sql, TransactionMode mode) {
        SourceText text = SourceText.of(name, sql);
        Script script = DIALECT.parse(text, text.span(), DIALECT.defaultVersion());
        return new Migration(
                ordinal, text, List.of(script), "", Direction.UP, new Transaction(mode, "the test says so"), true);
    }

    /** The schema after all files of a history, each run statement by statement. */
    public static Schema after(Map<String, String> files) {
        Replay replay = replay(ReleaseMode.EACH);
        int ordinal = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            replay.apply(migration(ordinal++, file.getKey(), file.getValue(), TransactionMode.NONE));
        }
        return replay.schema();
    }

    /** The steps of one migration that its tool wraps in a transaction. */
    public static List<Step> steps(String sql) {
        return replay(ReleaseMode.TOGETHER).steps(migration(0, "V1__test.sql", sql, TransactionMode.WRAPPED));
    }
}

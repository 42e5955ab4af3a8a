package io.github.migralint.rules.engine;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.dialect.Engine;
import java.util.Set;

/** Which statements of an engine take IF EXISTS or IF NOT EXISTS; all supported versions agree. */
public final class ExistenceGuards {
    /** Forms of PostgreSQL that have none. */
    private static final Set<ObjectKind> NEVER_DROPPED_WITH =
            Set.of(ObjectKind.LARGE_OBJECT, ObjectKind.OWNED, ObjectKind.PARAMETER);

    private static final Set<ObjectKind> DROPPED_WITH_ON_MYSQL = Set.of(
            ObjectKind.DATABASE,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.SCHEMA,
            ObjectKind.TABLE,
            ObjectKind.TRIGGER,
            ObjectKind.VIEW);

    private ExistenceGuards() {}

    /** Whether DROP of such objects takes one. */
    public static boolean ofDrop(Engine engine, ObjectKind kind) {
        if (!Engines.MYSQL_AND_MARIADB.contains(engine.dialect())) {
            return !NEVER_DROPPED_WITH.contains(kind);
        }
        boolean onlyMariadb = kind == ObjectKind.INDEX || kind == ObjectKind.SEQUENCE;
        return DROPPED_WITH_ON_MYSQL.contains(kind) || (onlyMariadb && inAlterTable(engine));
    }

    /** Whether CREATE INDEX, and the clauses of ALTER TABLE that add or drop a column, take one. */
    public static boolean inAlterTable(Engine engine) {
        return !engine.dialect().equals(Engines.MYSQL);
    }
}

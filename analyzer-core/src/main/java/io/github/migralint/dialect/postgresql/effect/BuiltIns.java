package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.QualifiedName;

/** What every database has from the start. */
final class BuiltIns {
    private BuiltIns() {}

    static boolean isExtension(String name) {
        return name.equals("plpgsql");
    }

    static boolean isFunction(QualifiedName name) {
        return name.schema().filter("pg_catalog"::equals).isPresent();
    }
}

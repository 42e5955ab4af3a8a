package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import java.util.Map;
import java.util.Optional;

/** Names and strings as {@code quote_ident} and {@code quote_literal} write them. */
final class Quoting {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private Quoting() {}

    /** A name, in quotes where it needs them. */
    static String identifier(String name, Optional<Version> version) {
        boolean newKeyword = version.isPresent()
                && LaterKeywords.SINCE.getOrDefault(name, 0) > version.get().major();
        if (newKeyword) {
            return name;
        }
        return name.indexOf('$') >= 0 ? '"' + name.replace("\"", "\"\"") + '"' : DIALECT.quote(name);
    }

    /** A string in quotes. */
    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') >= 0 ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    /** The words that must be quoted now and had not to be in older versions. */
    private static final class LaterKeywords {
        private static final Map<String, Integer> SINCE = Map.ofEntries(
                Map.entry("normalize", 13),
                Map.entry("system_user", 16),
                Map.entry("json_array", 16),
                Map.entry("json_arrayagg", 16),
                Map.entry("json_object", 16),
                Map.entry("json_objectagg", 16),
                Map.entry("json", 17),
                Map.entry("json_exists", 17),
                Map.entry("json_query", 17),
                Map.entry("json_scalar", 17),
                Map.entry("json_serialize", 17),
                Map.entry("json_table", 17),
                Map.entry("json_value", 17),
                Map.entry("merge_action", 17));

        private LaterKeywords() {}
    }
}

package io.github.migralint.dialect.postgresql.evaluation;

import java.util.Map;

/** How the server writes the names of its types. */
final class TypeSpelling {
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("bpchar", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("char", "\"char\""));

    private TypeSpelling() {}

    /** {@code integer} for {@code int4}; other names are their own spelling. */
    static String of(String name) {
        return SPELLED.getOrDefault(name, name);
    }
}

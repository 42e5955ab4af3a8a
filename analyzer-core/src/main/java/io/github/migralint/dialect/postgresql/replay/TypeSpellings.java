package io.github.migralint.dialect.postgresql.replay;

import java.util.Map;

/** The server's own names of types that SQL spells otherwise. */
final class TypeSpellings {
    private static final Map<String, String> INTERNAL = Map.ofEntries(
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("smallint", "int2"),
            Map.entry("real", "float4"),
            Map.entry("precision", "float8"),
            Map.entry("float", "float8"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("character", "bpchar"),
            Map.entry("char", "bpchar"),
            Map.entry("varying", "varchar"));

    private TypeSpellings() {}

    /** The internal name of a type spelled in one word. */
    static String internal(String word) {
        return INTERNAL.getOrDefault(word, word);
    }
}

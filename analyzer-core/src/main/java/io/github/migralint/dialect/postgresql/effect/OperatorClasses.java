package io.github.migralint.dialect.postgresql.effect;

import java.util.Set;

/** Names of operator classes that the server brings. */
final class OperatorClasses {
    private static final Set<String> TYPES = Set.of(
            "int2",
            "int4",
            "int8",
            "float4",
            "float8",
            "numeric",
            "text",
            "varchar",
            "bpchar",
            "char",
            "name",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "uuid",
            "bool",
            "bytea",
            "oid",
            "oidvector",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "bit",
            "varbit",
            "array",
            "enum",
            "range",
            "multirange",
            "record",
            "money",
            "jsonb",
            "tsvector",
            "tsquery",
            "pg_lsn",
            "tid",
            "xid",
            "xid8",
            "cid",
            "box",
            "circle",
            "point",
            "poly",
            "network",
            "kd_point",
            "quad_point");

    private OperatorClasses() {}

    /** Whether a name can be one of the server's: a type, then what the class is for. */
    static boolean known(String name) {
        String stem = name.substring(0, name.length() - "_ops".length());
        return TYPES.stream().anyMatch(type -> stem.equals(type) || stem.startsWith(type + "_"))
                || stem.startsWith("jsonb_path")
                || stem.startsWith("timestamptz");
    }
}

package io.github.migralint.dialect.postgresql.evaluation;

import java.util.Map;
import java.util.Optional;

/** The types that write an object of a catalog by its name. */
final class Reg {
    private static final Map<String, String> CATALOGS = Map.of(
            "regclass", "pg_class",
            "regtype", "pg_type",
            "regnamespace", "pg_namespace",
            "regproc", "pg_proc",
            "regprocedure", "pg_proc",
            "regrole", "pg_authid");

    private Reg() {}

    /** The catalog whose objects a type names. */
    static Optional<String> catalogOf(String type) {
        return Optional.ofNullable(CATALOGS.get(type));
    }

    /** The type that names the objects of a catalog; {@code oid} where there is none. */
    static String typeOf(String catalog) {
        return switch (catalog) {
            case "pg_class" -> "regclass";
            case "pg_type" -> "regtype";
            case "pg_namespace" -> "regnamespace";
            case "pg_proc" -> "regproc";
            case "pg_authid" -> "regrole";
            default -> "oid";
        };
    }
}

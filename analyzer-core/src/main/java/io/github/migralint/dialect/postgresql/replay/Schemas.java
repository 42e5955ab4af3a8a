package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Schemas and extensions. */
final class Schemas {
    /** Extensions that bring functions and types but no relation that a name could mean. */
    private static final Set<String> WITHOUT_RELATIONS = Set.of(
            "uuid-ossp",
            "pgcrypto",
            "citext",
            "pg_trgm",
            "btree_gin",
            "btree_gist",
            "hstore",
            "ltree",
            "unaccent",
            "intarray",
            "fuzzystrmatch",
            "vector",
            "cube",
            "earthdistance",
            "tablefunc",
            "isn",
            "seg",
            "plpgsql",
            "moddatetime",
            "insert_username",
            "autoinc",
            "dict_int",
            "pg_uuidv7",
            "pgulid",
            "ulid",
            "pgjwt",
            "pg_stat_statements",
            "pg_buffercache",
            "pgrowlocks",
            "pgstattuple",
            "tsm_system_rows",
            "xml2",
            "lo",
            "plv8",
            "pllua",
            "plperl",
            "plpython3u",
            "postgres_fdw",
            "file_fdw",
            "dblink",
            "sslinfo",
            "amcheck");

    private final Change change;

    Schemas(Change change) {
        this.change = change;
    }

    void create(CreateSchema statement) {
        Optional<Identifier> name = statement.name().or(statement::owner);
        if (name.isEmpty()) {
            return;
        }
        boolean isNew = !change.now().schemas().contains(name.get().value());
        change.schema().addSchema(name.get().value());
        if (isNew && !statement.elements().isEmpty()) {
            List<String> path = change.now().searchPath();
            change.schema().searchPath(Optional.of(List.of(name.get().value())));
            for (Statement element : statement.elements()) {
                PostgresqlReplay.apply(element, change);
            }
            change.schema().searchPath(Optional.of(path));
        }
    }

    void extension(CreateExtension statement) {
        String schema = statement
                .schema()
                .map(Identifier::value)
                .orElseGet(() -> change.schema()
                        .nameForNew(io.github.migralint.ast.QualifiedName.of(statement.name()))
                        .schema());
        change.schema().addExtension(statement.name().value(), schema);
        if (!WITHOUT_RELATIONS.contains(statement.name().value())) {
            change.schema().markIncomplete();
        }
    }
}

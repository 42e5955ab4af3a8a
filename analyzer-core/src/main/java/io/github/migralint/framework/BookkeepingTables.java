package io.github.migralint.framework;

import java.util.Set;

/** The tables in which migration tools write down what they did: no migration makes them, some name them. */
public final class BookkeepingTables {
    /** Their names, as the tools' documentation has them. */
    public static final Set<String> NAMES = Set.of(
            "flyway_schema_history",
            "schema_version",
            "databasechangelog",
            "databasechangeloglock",
            "schema_migrations",
            "schema_migrations_history",
            "schema_migration",
            "schema_info",
            "migrations",
            "migration",
            "migrations_history",
            "goose_db_version",
            "atlas_schema_revisions",
            "_sqlx_migrations",
            "__diesel_schema_migrations",
            "refinery_schema_history",
            "gorp_migrations",
            "_prisma_migrations",
            "__drizzle_migrations",
            "SequelizeMeta",
            "SequelizeData",
            "knex_migrations",
            "knex_migrations_lock",
            "kysely_migration",
            "kysely_migration_lock",
            "mikro_orm_migrations",
            "pgmigrations",
            "ar_internal_metadata",
            "alembic_version",
            "django_migrations",
            "_yoyo_migration",
            "_yoyo_log",
            "_yoyo_version",
            "yoyo_lock",
            "__EFMigrationsHistory",
            "schemaversions",
            "changelog",
            "phinxlog",
            "doctrine_migration_versions",
            "bun_migrations",
            "bun_migration_locks");

    private BookkeepingTables() {}
}

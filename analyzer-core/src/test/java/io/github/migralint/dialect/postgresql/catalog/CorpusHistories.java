package io.github.migralint.dialect.postgresql.catalog;

import static io.github.migralint.framework.TransactionMode.IMPLICIT;
import static io.github.migralint.framework.TransactionMode.NONE;
import static io.github.migralint.framework.TransactionMode.WRAPPED;

import io.github.migralint.framework.MigrationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The histories of the corpus that run on a server, each as its tool runs it. */
final class CorpusHistories {
    static final List<CorpusHistory> ALL = List.of(
            CorpusHistory.of("aerie", "deployment/postgres-init-db/sql/init.sql", NONE)
                    .after(PsqlScript.roles("aerie", "gateway", "merlin", "scheduler", "sequencing", "ui"))
                    .withText(PsqlScript::expand)
                    .since(14),
            CorpusHistory.of("atuin", "crates/atuin-server-postgres/migrations", WRAPPED),
            CorpusHistory.of("authelia", "internal/storage/migrations/postgres", IMPLICIT),
            CorpusHistory.of("concourse", "atc/db/migration/migrations", IMPLICIT),
            CorpusHistory.of("ente", "server/migrations", IMPLICIT),
            CorpusHistory.of("formbricks", "packages/database/migration", IMPLICIT),
            CorpusHistory.of("golang-migrate-samples", "database/postgres/examples/migrations", IMPLICIT),
            CorpusHistory.of("harbor", "make/migrations/postgresql", IMPLICIT)
                    .withTable("schema_migrations", "version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL"),
            CorpusHistory.of("hatchet", "cmd/hatchet-migrate/migrate/migrations", WRAPPED)
                    // functions that its files call make these for the day on which they run
                    .without("public\\..*_[0-9]{8}(_.*)?")
                    .since(13),
            CorpusHistory.of("homarr", "packages/db/migrations/postgresql", WRAPPED),
            CorpusHistory.of("hyades", "migration/src/main/resources", WRAPPED).since(14),
            CorpusHistory.of("hyades/dex", "dex/engine-migration/src/main/resources", WRAPPED),
            CorpusHistory.of("hydra", "persistence/sql/migrations", WRAPPED),
            CorpusHistory.of("kestra", "jdbc-postgres/src/main/resources", WRAPPED)
                    .since(14),
            CorpusHistory.of("langfuse", "packages/shared/prisma/migrations", IMPLICIT),
            CorpusHistory.of("lemmy", "migrations", WRAPPED)
                    .withTable(
                            "__diesel_schema_migrations",
                            "version varchar(50) PRIMARY KEY NOT NULL, run_on timestamp NOT NULL DEFAULT current_timestamp")
                    .since(14),
            CorpusHistory.of("marquez", "api/src/main/resources/marquez/db/migration", WRAPPED),
            CorpusHistory.of("openmeter", "tools/migrate/migrations", IMPLICIT),
            CorpusHistory.of("pocket-id", "backend/resources/migrations/postgres", IMPLICIT)
                    .since(13),
            CorpusHistory.of("stellar-horizon", "internal/db2/schema/migrations", WRAPPED),
            CorpusHistory.of(
                    "streampark",
                    "streampark-console/streampark-console-service/src/main/assembly/script/schema/pgsql-schema.sql",
                    NONE),
            CorpusHistory.of("supabase-auth", "migrations", WRAPPED)
                    .after(List.of("CREATE SCHEMA auth"))
                    .without("auth")
                    .withText((file, text) -> text.replaceAll("\\{\\{ ?index \\.Options \"Namespace\" ?\\}\\}", "auth"))
                    .since(13),
            CorpusHistory.of("supabase-postgres", "migrations/db", WRAPPED)
                    .after(List.of("CREATE ROLE supabase_admin SUPERUSER"))
                    .since(14),
            CorpusHistory.of("svix", "server/svix-server/migrations", WRAPPED),
            CorpusHistory.of("temporal/temporal", "schema/postgresql/v12/temporal/versioned", NONE)
                    .withFiles(CorpusHistories::byManifest),
            CorpusHistory.of("temporal/visibility", "schema/postgresql/v12/visibility/versioned", NONE)
                    .withFiles(CorpusHistories::byManifest),
            CorpusHistory.of("tern-samples", "testdata", WRAPPED).withFiles(CorpusHistories::numbered),
            CorpusHistory.of("trino-gateway", "gateway-ha/src/main/resources/postgresql", WRAPPED),
            CorpusHistory.of("uaa", "server/src/main/resources/org/cloudfoundry/identity/uaa/db/postgresql", WRAPPED),
            CorpusHistory.of("umami", "prisma/migrations", IMPLICIT),
            CorpusHistory.of("vaultwarden", "migrations/postgresql", WRAPPED));

    private CorpusHistories() {}

    /** Each folder says which of its files belong to its version, and in which order. */
    private static List<MigrationFile> byManifest(List<MigrationFile> files) {
        return files.stream()
                .map(MigrationFile::file)
                .map(Path::getParent)
                .distinct()
                .flatMap(folder -> files.stream()
                        .filter(file -> folder.equals(file.file().getParent()) && place(file) >= 0)
                        .sorted(Comparator.comparingInt(CorpusHistories::place)))
                .toList();
    }

    private static int place(MigrationFile file) {
        try {
            String manifest = Files.readString(file.file().resolveSibling("manifest.json"));
            return manifest.indexOf("\"" + file.file().getFileName() + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies beside the numbered files in folders of its own is called by them. */
    private static List<MigrationFile> numbered(List<MigrationFile> files) {
        return files.stream().filter(file -> !file.version().isEmpty()).toList();
    }
}

package io.github.migralint.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The projects of the corpus are taken for those of the tool that they use, as far as their files can tell. */
class CorpusFrameworksTest {
    private static final String CORPUS = System.getProperty("migralint.corpus", "");

    @ParameterizedTest
    @CsvSource({
        "atlas-import-samples/cmd/atlas/internal/cmdapi/testdata/baseline2, atlas",
        "atlas-import-samples/cmd/atlas/internal/cmdapi/testdata/import/dbmate, dbmate",
        "atlas-import-samples/cmd/atlas/internal/cmdapi/testdata/import/flyway, flyway",
        "atlas-import-samples/cmd/atlas/internal/cmdapi/testdata/import/golang-migrate, golang-migrate",
        "atlas-import-samples/cmd/atlas/internal/cmdapi/testdata/import/goose, goose",
        "atlas-import-samples/cmd/atlas/internal/cmdapi/testdata/import/liquibase, liquibase",
        "chatbot-ui, supabase",
        "concourse, golang-migrate",
        "ente, golang-migrate",
        "formbricks, prisma",
        "golang-migrate-samples/database/postgres, golang-migrate",
        "goose-testdata, goose",
        "harbor, golang-migrate",
        "hatchet, goose",
        "homarr, drizzle",
        "hyades, flyway",
        "kestra, flyway",
        "langfuse, prisma",
        "lemmy/migrations, diesel",
        "marquez, flyway",
        "mybatis-migrations-samples/src/test, mybatis",
        "openmeter, golang-migrate",
        "pocket-id, golang-migrate",
        "sql-migrate-samples, sql-migrate",
        "sqlx-samples/tests/postgres/migrations_no_tx, sqlx",
        "stellar-horizon, sql-migrate",
        "supabase-postgres, dbmate",
        "tern-samples/sample, tern",
        "trino-gateway, flyway",
        "uaa, flyway",
        "umami/prisma, prisma",
        "vaultwarden, diesel",
        // runners of their own, whose names only look like those of a tool
        "aerie, plain",
        "authelia, plain",
        "hydra, plain",
        "supabase-auth, plain",
        "temporal, plain",
        "streampark, plain",
        // what tells sqlx from plain files is no SQL and lies outside of the corpus
        "atuin, plain"
    })
    void projectIsRecognised(String folder, String tool) {
        assumeTrue(!CORPUS.isEmpty() || System.getenv("CI") != null, "no -Dmigralint.corpus");
        Path path = Path.of(CORPUS, folder);
        assertThat(Files.isDirectory(path)).as(path.toString()).isTrue();
        MigrationSet set = Frameworks.detect(List.of(path), DiscoveryOptions.forDialect("postgresql"));
        assertThat(set.framework().name()).as(set.reason()).isEqualTo(tool);
    }
}

package io.github.migralint.dialect.postgresql.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.dialect.postgresql.catalog.ReplayedCatalog;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.DiscoveryOptions;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays real histories; runs where a corpus is given. */
class CorpusReplayTest {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    /** Objects of each kind that a server of our own had after running the same files, without the tables of their tool. */
    @ParameterizedTest
    @CsvSource({
        "atuin/crates/atuin-server-postgres/migrations, 7, 46, 12, 17, 1",
        "concourse/atc/db/migration/migrations, 45, 320, 126, 154, 7",
        "ente/server/migrations, 67, 543, 153, 163, 13",
        "golang-migrate-samples/database/postgres/examples/migrations, 3, 10, 1, 2, 0",
        "homarr/packages/db/migrations/postgresql, 35, 190, 81, 43, 0",
        "hyades/migration/src/main/resources, 70, 551, 184, 210, 16",
        "hyades/dex/engine-migration/src/main/resources, 16, 90, 42, 28, 2",
        "langfuse/packages/shared/prisma/migrations, 71, 736, 177, 217, 0",
        "marquez/api/src/main/resources/marquez/db/migration, 30, 199, 84, 84, 2",
        "openmeter/tools/migrate/migrations, 93, 1429, 316, 539, 9",
        "pocket-id/backend/resources/migrations/postgres, 22, 153, 59, 53, 0",
        "stellar-horizon/internal/db2/schema/migrations, 32, 252, 71, 88, 10",
        "streampark/streampark-console/streampark-console-service/src/main/assembly/script/schema/pgsql-schema.sql,"
                + " 26, 290, 27, 42, 1",
        "svix/server/svix-server/migrations, 9, 77, 13, 21, 0",
        "trino-gateway/gateway-ha/src/main/resources/postgresql, 2, 13, 2, 3, 0",
        "uaa/server/src/main/resources/org/cloudfoundry/identity/uaa/db/postgresql, 15, 135, 16, 47, 0",
        "umami/prisma/migrations, 17, 170, 18, 95, 0",
        "vaultwarden/migrations/postgresql, 28, 214, 67, 33, 0",
        // made for the most part inside blocks
        "kestra/jdbc-postgres/src/main/resources, 18, 134, 17, 64, 9",
        "harbor/make/migrations/postgresql, 48, 390, 103, 118, 1",
        "temporal/schema/postgresql/v12/visibility/versioned, 1, 80, 1, 74, 1",
        "lemmy/migrations, 58, 573, 214, 290, 9"
    })
    void endsWithAsManyObjectsAsTheServer(
            String folder, int tables, int columns, int constraints, int indexes, int functions) {
        Path path = corpus().resolve(folder);
        assumeTrue(Files.exists(path), "not in this corpus");
        Schema schema = replay(path);
        assertThat(counts(schema)).containsExactly(tables, columns, constraints, indexes, functions);
    }

    private static Path corpus() {
        String corpus = System.getProperty("migralint.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus given");
        return Path.of(corpus);
    }

    private static List<Integer> counts(Schema schema) {
        List<Table> tables = schema.relations().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> !table.origin().equals(Origin.BEFORE_HISTORY))
                .toList();
        long constraints = tables.stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint -> constraint.kind() != Constraint.Kind.NOT_NULL)
                .count();
        long indexes =
                schema.relations().stream().filter(Index.class::isInstance).count();
        return List.of(
                tables.size(),
                tables.stream().mapToInt(table -> table.columns().size()).sum(),
                (int) constraints,
                (int) indexes,
                schema.routines().size());
    }

    private static Schema replay(Path folder) {
        MigrationSet set = Frameworks.detect(List.of(folder), DiscoveryOptions.forDialect("postgresql"));
        Replay replay = Replayed.replay(ReleaseMode.EACH);
        int ordinal = 0;
        for (MigrationFile file : set.files()) {
            if (file.direction() == Direction.UP) {
                replay.apply(migration(ordinal++, set, file));
            }
        }
        return replay.schema();
    }

    private static Migration migration(int ordinal, MigrationSet set, MigrationFile file) {
        SourceText text = read(file.file());
        var scripts = new ArrayList<Script>();
        for (Section section : set.framework().sections(text, DIALECT.name())) {
            if (section.directionIn(file) == Direction.UP) {
                scripts.add(DIALECT.parse(text, section.span(), DIALECT.defaultVersion()));
            }
        }
        return new Migration(
                ordinal,
                text,
                scripts,
                file.version(),
                Direction.UP,
                new Transaction(TransactionMode.NONE, "as if by hand"),
                false);
    }

    private static SourceText read(Path file) {
        try {
            return SourceText.of(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsThrownOnAnyFileAndTwoReplaysAreEqual() throws IOException {
        List<Path> files;
        try (var paths = Files.walk(corpus())) {
            files = paths.filter(path -> path.toString().endsWith(".sql") && Files.isRegularFile(path))
                    .toList();
        }
        for (Path file : files) {
            assertThat(ReplayedCatalog.text(alone(file))).as("%s", file).isEqualTo(ReplayedCatalog.text(alone(file)));
        }
        assertThat(files).isNotEmpty();
    }

    private static Schema alone(Path file) {
        SourceText text = read(file);
        Replay replay = Replayed.replay(ReleaseMode.EACH);
        replay.steps(new Migration(
                0,
                text,
                List.of(DIALECT.parse(text, text.span(), DIALECT.defaultVersion())),
                "",
                Direction.UP,
                new Transaction(TransactionMode.WRAPPED, "as if wrapped"),
                true));
        return replay.schema();
    }
}

package io.github.migralint.dialect.mysql.catalog;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.DiscoveryOptions;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.history.HistoryReader;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A history of the corpus that is written for MySQL.
 *
 * @param name its name in tables
 * @param inputs folders of a migration tool, or files in the order in which they run; from the root of the corpus
 */
record CorpusHistory(String name, List<String> inputs) {
    private static final String APOLLO = "apollo/scripts/sql/profiles/";
    private static final String FLOWABLE = "flowable/modules/flowable-";
    private static final String STREAMPARK =
            "streampark/streampark-console/streampark-console-service/src/main/assembly/script/";

    /** All of them. */
    static final List<CorpusHistory> ALL = List.of(
            of("apollo", APOLLO + "mysql-default/apolloconfigdb.sql", APOLLO + "mysql-default/apolloportaldb.sql"),
            of("apollo/config", APOLLO + "mysql-database-not-specified/apolloconfigdb.sql"),
            of("authelia", "authelia/internal/storage/migrations/mysql"),
            of("dataease", "dataease/core/core-backend/src/main/resources/db/migration"),
            of("evolve-samples", "evolve-samples/test/Evolve.Tests/Integration/MySQL/Resources/Sql_Scripts/Migration"),
            of(
                    "flowable",
                    FLOWABLE
                            + "engine-common/src/main/resources/org/flowable/common/db/create/flowable.mysql.create.common.sql",
                    FLOWABLE
                            + "idm-engine/src/main/resources/org/flowable/idm/db/create/flowable.mysql.create.identity.sql",
                    FLOWABLE + "engine/src/main/resources/org/flowable/db/create/flowable.mysql.create.engine.sql",
                    FLOWABLE + "engine/src/main/resources/org/flowable/db/create/flowable.mysql.create.history.sql",
                    FLOWABLE + "app-engine/src/main/resources/org/flowable/app/db/create/flowable.mysql.create.app.sql",
                    FLOWABLE
                            + "cmmn-engine/src/main/resources/org/flowable/cmmn/db/create/flowable.mysql.create.cmmn.sql",
                    FLOWABLE + "dmn-engine/src/main/resources/org/flowable/dmn/db/create/flowable.mysql.create.dmn.sql",
                    FLOWABLE
                            + "event-registry/src/main/resources/org/flowable/eventregistry/db/create/flowable.mysql.create.eventregistry.sql"),
            of("goose-testdata", "goose-testdata/internal/testing/integration/testdata/migrations/mysql"),
            of("homarr", "homarr/packages/db/migrations/mysql"),
            of("hydra", "hydra/persistence/sql/migrations"),
            of("kestra", "kestra/jdbc-mysql/src/main/resources/migrations/mysql"),
            of("sqlx-samples", "sqlx-samples/tests/mysql/migrations"),
            of("streampark", STREAMPARK + "schema/mysql-schema.sql", STREAMPARK + "data/mysql-data.sql"),
            of("temporal", "temporal/schema/mysql/v8/temporal/versioned"),
            of("temporal/schema", "temporal/schema/mysql/v8/temporal/schema.sql"),
            of("temporal/visibility", "temporal/schema/mysql/v8/visibility/versioned"),
            of("trino-gateway", "trino-gateway/gateway-ha/src/main/resources/mysql"),
            of("uaa", "uaa/server/src/main/resources/org/cloudfoundry/identity/uaa/db/mysql"),
            of("vaultwarden", "vaultwarden/migrations/mysql"));

    CorpusHistory {
        inputs = List.copyOf(inputs);
    }

    private static CorpusHistory of(String name, String... inputs) {
        return new CorpusHistory(name, List.of(inputs));
    }

    /**
     * One file.
     *
     * @param text its text
     * @param statements its statements that go forward
     */
    record Part(SourceText text, List<Statement> statements) {}

    /** Whether a corpus has it. */
    boolean isIn(Path corpus) {
        return inputs.stream().map(corpus::resolve).allMatch(Files::exists);
    }

    /** Its files in order, as a server of that version reads them. */
    List<Part> parts(Path corpus, Server server) {
        var dialect = new MysqlDialect(server.flavor());
        List<Path> paths = inputs.stream().map(corpus::resolve).toList();
        if (paths.stream().allMatch(Files::isRegularFile)) {
            return paths.stream().map(path -> part(path, dialect, server)).toList();
        }
        return paths.stream().flatMap(folder -> ofTool(folder, dialect, server)).toList();
    }

    private static Part part(Path file, MysqlDialect dialect, Server server) {
        SourceText text = SourceText.of(file.getFileName().toString(), read(file));
        return new Part(text, dialect.parse(text, text.span(), server.version()).statements());
    }

    private static Stream<Part> ofTool(Path folder, MysqlDialect dialect, Server server) {
        // Histories for MySQL are run on MariaDB too.
        MigrationSet set = Frameworks.detect(List.of(folder), DiscoveryOptions.forDialect("mysql"));
        var reader = new HistoryReader(dialect, server.version(), set.framework(), Optional.empty());
        for (MigrationFile file : set.files()) {
            reader.read(file, SourceText.of(folder.relativize(file.file()).toString(), read(file.file())));
        }
        return reader.migrations().stream()
                .filter(migration -> migration.direction() == Direction.UP)
                .map(migration -> new Part(migration.text(), migration.statements()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the rules say about real histories: a line for each file with findings, which names the rules with the first letter of
 * their risk, and for each the lines of the file. The histories are not part of this project; where they lie is told by
 * {@code -Dmigralint.corpus}. A change of a rule shows here as a difference of lines; {@code -Dmigralint.update=true} records
 * them anew.
 */
@EnabledIfSystemProperty(named = "migralint.corpus", matches = ".+")
class RecordedFindingsTest {
    private static final List<String> POSTGRESQL = List.of(
            "atuin/crates/atuin-server-postgres/migrations",
            "authelia/internal/storage/migrations/postgres",
            "chatbot-ui/supabase/migrations",
            "concourse/atc/db/migration/migrations",
            "ente/server/migrations",
            "formbricks/packages/database/migration",
            "golang-migrate-samples/database/postgres/examples/migrations",
            "harbor/make/migrations/postgresql",
            "hatchet/cmd/hatchet-migrate/migrate/migrations",
            "homarr/packages/db/migrations/postgresql",
            "hyades/migration/src/main/resources",
            "hyades/dex/engine-migration/src/main/resources",
            "hydra/persistence/sql/migrations",
            "kestra/jdbc-postgres/src/main/resources",
            "langfuse/packages/shared/prisma/migrations",
            "lemmy/migrations",
            "marquez/api/src/main/resources/marquez/db/migration",
            "openmeter/tools/migrate/migrations",
            "pocket-id/backend/resources/migrations/postgres",
            "stellar-horizon/internal/db2/schema/migrations",
            "supabase-auth/migrations",
            "supabase-postgres/migrations/db",
            "svix/server/svix-server/migrations",
            "temporal/schema/postgresql/v12/temporal/versioned",
            "temporal/schema/postgresql/v12/visibility/versioned",
            "tern-samples/testdata",
            "trino-gateway/gateway-ha/src/main/resources/postgresql",
            "uaa/server/src/main/resources/org/cloudfoundry/identity/uaa/db/postgresql",
            "umami/prisma/migrations",
            "vaultwarden/migrations/postgresql");

    private static final List<String> MYSQL = List.of(
            "apollo/scripts/sql/profiles/mysql-default",
            "atlas-import-samples/cmd/atlas/internal/cmdapi/testdata/mysql",
            "authelia/internal/storage/migrations/mysql",
            "dataease/core/core-backend/src/main/resources/db/migration",
            "evolve-samples/test/Evolve.Tests/Integration/MySQL/Resources/Sql_Scripts/Migration",
            "flowable/modules/flowable-engine/src/main/resources/org/flowable/db/upgrade",
            "goose-testdata/internal/testing/integration/testdata/migrations/mysql",
            "homarr/packages/db/migrations/mysql",
            "hydra/persistence/sql/migrations",
            "kestra/jdbc-mysql/src/main/resources/migrations/mysql",
            "sqlx-samples/tests/mysql/migrations",
            "streampark/streampark-console/streampark-console-service/src/main/assembly/script/upgrade/mysql",
            "teletraan/tools/mysql",
            "temporal/schema/mysql/v8/temporal/versioned",
            "temporal/schema/mysql/v8/visibility/versioned",
            "trino-gateway/gateway-ha/src/main/resources/mysql",
            "uaa/server/src/main/resources/org/cloudfoundry/identity/uaa/db/mysql",
            "vaultwarden/migrations/mysql");

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void findingsOverRealHistoriesAreThoseOnRecord(String dialect) throws IOException {
        Path corpus = Path.of(System.getProperty("migralint.corpus"));
        var lines = new ArrayList<String>();
        for (String history : dialect.equals("mysql") ? MYSQL : POSTGRESQL) {
            Path folder = corpus.resolve(history);
            if (Files.isDirectory(folder)) {
                Report report = check(folder, dialect);
                assertThat(report.problems().stream().filter(problem -> problem.kind() == Problem.Kind.INTERNAL))
                        .as(history)
                        .isEmpty();
                lines.addAll(told(report, corpus));
            }
        }
        String found = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("migralint.update")) {
            Files.writeString(
                    Path.of(System.getProperty("migralint.root"))
                            .resolve("rules/src/test/resources/io/github/migralint/rules")
                            .resolve(record(dialect)),
                    found);
        } else {
            assertThat(found).isEqualTo(recorded(dialect));
        }
    }

    private static String record(String dialect) {
        return "recorded-findings-" + dialect + ".tsv";
    }

    private static Report check(Path folder, String name) {
        Dialect dialect = Dialects.named(name).orElseThrow();
        List<Rule> rules =
                Rules.all().stream().filter(rule -> rule.info().onByDefault()).toList();
        var request = Request.of(List.of(folder), dialect).build();
        return new Analyzer(rules, rules.stream().map(Rule::info).toList()).check(request, Optional.empty());
    }

    private static List<String> told(Report report, Path corpus) {
        var files = new LinkedHashMap<String, Map<String, Set<Integer>>>();
        for (Finding finding : report.findings()) {
            var text = finding.place().text();
            files.computeIfAbsent(relative(text.path(), corpus), file -> new TreeMap<>())
                    .computeIfAbsent(finding.risk().name().charAt(0) + " " + finding.rule(), rule -> new TreeSet<>())
                    .add(text.position(finding.place().span().start()).line());
        }
        return files.entrySet().stream()
                .map(file -> file.getKey() + "\t" + told(file.getValue()))
                .toList();
    }

    private static String told(Map<String, Set<Integer>> rules) {
        return rules.entrySet().stream()
                .map(rule -> rule.getKey() + " "
                        + rule.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    private static String relative(String path, Path corpus) {
        return corpus.relativize(Path.of(path)).toString().replace('\\', '/');
    }

    private static String recorded(String dialect) throws IOException {
        try (InputStream record = RecordedFindingsTest.class.getResourceAsStream(record(dialect))) {
            return record == null ? "" : new String(record.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Histories that a real server accepts from the first file to the last: none of their statements may be said to fail. They are
 * not part of this project; where they lie is told by {@code -Dmigralint.corpus}.
 */
@EnabledIfSystemProperty(named = "migralint.corpus", matches = ".+")
class AcceptedHistoriesTest {
    private static final Set<String> REFUSALS = Set.of(
            "forbidden-in-transaction",
            "missing-object",
            "object-already-exists",
            "premature-enum-value-use",
            "statement-will-fail",
            "unsupported-syntax");
    private static final Path CORPUS = Path.of(System.getProperty("migralint.corpus", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atuin/crates/atuin-server-postgres/migrations",
                "authelia/internal/storage/migrations/postgres",
                "concourse/atc/db/migration/migrations",
                "ente/server/migrations",
                "golang-migrate-samples/database/postgres/examples/migrations",
                "harbor/make/migrations/postgresql",
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
                "streampark/streampark-console/streampark-console-service/src/main/assembly/script/schema/pgsql-schema.sql",
                "supabase-auth/migrations",
                "svix/server/svix-server/migrations",
                "temporal/schema/postgresql/v12/temporal/versioned",
                "temporal/schema/postgresql/v12/visibility/versioned",
                "tern-samples/testdata",
                "trino-gateway/gateway-ha/src/main/resources/postgresql",
                "uaa/server/src/main/resources/org/cloudfoundry/identity/uaa/db/postgresql",
                "umami/prisma/migrations",
                "vaultwarden/migrations/postgresql"
            })
    void saysOfNoStatementThatItFails(String history) {
        Path path = CORPUS.resolve(history);
        assertThat(path).exists();
        Report report = check(path);
        assertThat(report.counts().statements()).isPositive();
        assertThat(report.findings())
                .extracting(finding ->
                        finding.rule() + " in " + finding.place().text().path() + ": " + finding.message())
                .isEmpty();
    }

    /** A file that a server refuses is told: here for want of a function that an absent file makes. */
    @ParameterizedTest
    @ValueSource(strings = "chatbot-ui/supabase/migrations")
    void tellsOfStatementsThatServersRefuse(String history) {
        assertThat(check(CORPUS.resolve(history)).findings())
                .isNotEmpty()
                .hasSizeLessThan(5)
                .allMatch(finding -> finding.rule().equals("missing-object"));
    }

    private static Report check(Path history) {
        Dialect dialect = Dialects.named("postgresql").orElseThrow();
        List<Rule> rules = Rules.all().stream()
                .filter(rule -> REFUSALS.contains(rule.info().id()))
                .toList();
        assertThat(rules).hasSameSizeAs(REFUSALS);
        var request = Request.of(List.of(history), dialect).build();
        return new Analyzer(rules, rules.stream().map(Rule::info).toList()).check(request, Optional.empty());
    }
}

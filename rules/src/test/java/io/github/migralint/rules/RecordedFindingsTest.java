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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the rules say about real histories, counted by project, rule and risk. The histories are not part of this project;
 * where they lie is told by {@code -Dmigralint.corpus}. A change of a rule shows here as a change of numbers;
 * {@code -Dmigralint.update=true} records them anew.
 */
@EnabledIfSystemProperty(named = "migralint.corpus", matches = ".+")
class RecordedFindingsTest {
    private static final String RECORD = "recorded-findings.tsv";
    private static final List<String> HISTORIES = List.of(
            "atuin/crates/atuin-server-postgres/migrations",
            "concourse/atc/db/migration/migrations",
            "ente/server/migrations",
            "formbricks/packages/database/migration",
            "harbor/make/migrations/postgresql",
            "hatchet/cmd/hatchet-migrate/migrate/migrations",
            "kestra/jdbc-postgres/src/main/resources",
            "langfuse/packages/shared/prisma/migrations",
            "lemmy/migrations",
            "marquez/api/src/main/resources/marquez/db/migration",
            "openmeter/tools/migrate/migrations",
            "pocket-id/backend/resources/migrations/postgres",
            "svix/server/svix-server/migrations",
            "umami/prisma/migrations",
            "vaultwarden/migrations/postgresql");

    @Test
    void findingsOverRealHistoriesAreThoseOnRecord() throws IOException {
        Path corpus = Path.of(System.getProperty("migralint.corpus"));
        var lines = new ArrayList<String>();
        for (String history : HISTORIES) {
            Path folder = corpus.resolve(history);
            if (Files.isDirectory(folder)) {
                Report report = check(folder);
                assertThat(report.problems().stream().filter(problem -> problem.kind() == Problem.Kind.INTERNAL))
                        .as(history)
                        .isEmpty();
                count(report).forEach((key, count) -> lines.add(history + "\t" + key + "\t" + count));
            }
        }
        String found = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("migralint.update")) {
            Files.writeString(
                    Path.of(System.getProperty("migralint.root"))
                            .resolve("rules/src/test/resources/io/github/migralint/rules")
                            .resolve(RECORD),
                    found);
        } else {
            assertThat(found).isEqualTo(recorded());
        }
    }

    private static Report check(Path folder) {
        Dialect dialect = Dialects.named("postgresql").orElseThrow();
        List<Rule> rules = Rules.all();
        var request = Request.of(List.of(folder), dialect).build();
        return new Analyzer(rules, rules.stream().map(Rule::info).toList()).check(request, Optional.empty());
    }

    private static Map<String, Integer> count(Report report) {
        var counts = new TreeMap<String, Integer>();
        for (Finding finding : report.findings()) {
            counts.merge(finding.rule() + "\t" + finding.risk(), 1, Integer::sum);
        }
        return counts;
    }

    private static String recorded() throws IOException {
        try (InputStream record = RecordedFindingsTest.class.getResourceAsStream(RECORD)) {
            return record == null ? "" : new String(record.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

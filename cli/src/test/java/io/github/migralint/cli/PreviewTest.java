package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migralint.config.ConfigurationKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    Path migrations;

    @BeforeEach
    void writeProject() throws IOException {
        migrations = ShopFolder.in(folder);
        Files.writeString(folder.resolve("base.toml"), """
                start-after = 1
                [risks]
                blocking-index-creation = "low"
                truncated-table = "critical"
                """);
        Files.writeString(folder.resolve("migralint.toml"), """
                extends = "base.toml"
                db-version = 14
                fail-on = "low"
                exclude = ["seed"]
                [risks]
                truncated-table = "low"
                [rules]
                ignore = ["missing-object"]
                [tables.rows]
                orders = 5_000
                """);
    }

    @Test
    void everySettingIsShownWithItsOrigin() {
        Run run = Run.with(
                "",
                Map.of("MIGRALINT_FAIL_ON", "critical", "MIGRALINT_EXCLUDE", "demo"),
                false,
                "check",
                migrations,
                "--show-settings",
                "--framework=flyway");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        String own = folder.resolve("migralint.toml").toString();
        String base = folder.resolve("base.toml").toString();
        assertThat(run.out())
                .startsWith("configuration  " + own + "\n  extends      " + base + "\n")
                .contains("  engine       PostgreSQL 14 (" + own + ")\n")
                .contains("  tool         Flyway (asked for)\n")
                .contains("  migrations   1 under review, 1 replayed before them\n");
        assertThat(row(run, "db-version")).endsWith(" " + own + ":2").contains(" 14 ");
        assertThat(row(run, "fail-on")).contains(" critical ").endsWith(" MIGRALINT_FAIL_ON");
        assertThat(row(run, "framework")).contains(" flyway ").endsWith(" --framework");
        assertThat(row(run, "migrations")).endsWith(" command line");
        assertThat(row(run, "start-after")).endsWith(" " + base + ":1");
        assertThat(row(run, "risks.truncated-table")).contains(" low ").endsWith(" " + own + ":6");
        assertThat(row(run, "risks.blocking-index-creation")).contains(" low ").endsWith(" " + base + ":3");
        assertThat(row(run, "tables.rows.orders")).contains(" 5000 ");
        assertThat(row(run, "history")).contains(" auto ").endsWith(" default");
        assertThat(row(run, "dialect")).endsWith(" by db-version, or found out for each project");
        assertThat(run.out().lines().filter(line -> line.startsWith("exclude ")))
                .hasSize(2)
                .anyMatch(line -> line.endsWith(" MIGRALINT_EXCLUDE"))
                .anyMatch(line -> line.endsWith(own + ":4"));
        assertThat(run.out())
                .contains("\n  missing-object: off\n")
                .contains("\n  blocking-index-creation: LOW instead of HIGH\n");
    }

    @Test
    void everyKeyAndEveryOptionIsASetting() throws IOException {
        JsonNode settings = JSON.readTree(Run.of("check", migrations, "--isolated", "--show-settings", "--format=json")
                        .out())
                .at("/configurations/0/settings");
        List<String> names = StreamSupport.stream(settings.spliterator(), false)
                .map(setting -> setting.get("name").asText())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        List<String> keys = ConfigurationKeys.names().stream()
                .filter(key -> !key.contains("[]")
                        && !List.of("extends", "risks", "tables.rows").contains(key))
                .toList();
        assertThat(names).containsAll(keys);
        assertThat(names).contains("report", "color", "quiet", "config", "stdin-filename");
        assertThat(settings)
                .allSatisfy(
                        setting -> assertThat(setting.get("source").asText()).isIn("default", "found", "option"));
    }

    @Test
    void programsReadTheSame() throws IOException {
        JsonNode shown = JSON.readTree(
                Run.of("check", migrations, "--show-settings", "-f", "json").out());
        JsonNode only = shown.at("/configurations/0");
        assertThat(shown.get("configurations")).hasSize(1);
        assertThat(only.get("files")).hasSize(2);
        assertThat(only.at("/projects/0/engine/version").asText()).isEqualTo("14");
        assertThat(only.at("/projects/0/framework/name").asText()).isEqualTo("flyway");
        assertThat(only.at("/rules/changed/missing-object").asText()).isEqualTo("off");
        assertThat(only.get("settings")).anySatisfy(setting -> {
            assertThat(setting.get("name").asText()).isEqualTo("exclude");
            assertThat(setting.at("/value/0").asText()).isEqualTo("seed");
            assertThat(setting.get("source").asText()).isEqualTo("file");
        });
    }

    @Test
    void theFilesAreListedAndNothingIsChecked() throws IOException {
        Path first = migrations.resolve("V1__orders.sql");
        Path second = migrations.resolve("V2__index.sql");
        Run run = Run.of("check", second, "--show-files", "--isolated");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(first + "\thistory\tPostgreSQL 18\tflyway\n" + second + "\treview\tPostgreSQL 18\tflyway\n");
        JsonNode json = JSON.readTree(Run.of("check", second, "--show-files", "--isolated", "-f", "json")
                .out());
        assertThat(json.at("/files/1/role").asText()).isEqualTo("review");
        assertThat(json.at("/files/1/path").asText()).isEqualTo(second.toString());
    }

    @Test
    void onlyOneOfThemCanBeAsked() {
        assertThat(Run.of("check", migrations, "--show-files", "--show-settings")
                        .exitCode())
                .isEqualTo(2);
    }

    private static String row(Run run, String name) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }
}

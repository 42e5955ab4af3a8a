package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing could be checked, the report of an earlier run must not be taken for that of this one. */
class FailedRunTest {
    @TempDir
    Path folder;

    Path migrations;
    Path report;

    @BeforeEach
    void writeMigrations() throws IOException {
        migrations = ShopFolder.in(folder);
        report = folder.resolve("out.sarif");
    }

    @Test
    void aConfigurationThatCannotBeUsedIsToldAtItsPlace() throws IOException {
        Files.writeString(migrations.resolve("migralint.toml"), "# what fails\nfail-on = \"hihg\"\n");
        Run run = Run.of("check", migrations, "--report", "sarif=" + report);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        JsonNode notification = failure().at("/toolConfigurationNotifications/0");
        assertThat(notification.at("/message/text").asText()).contains("hihg").endsWith(".");
        assertThat(notification.at("/locations/0/physicalLocation/region").toString())
                .startsWith("{\"startLine\":2,\"startColumn\":11,");
    }

    @Test
    void aConfigurationThatIsNoTomlIsToldWhereThatBegins() throws IOException {
        Files.writeString(migrations.resolve("migralint.toml"), "fail-on = \"high\"\nwhat is this\n");
        assertThat(Run.of("check", migrations, "-f", "sarif", "-o", report).exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(failure()
                        .at("/toolConfigurationNotifications/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anOptionThatCannotBeUsedIsToldWithoutAPlace() throws IOException {
        Run run = Run.of("check", migrations, "--select", "no-such-rule", "--report", "sarif=" + report);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        JsonNode notification = failure().at("/toolConfigurationNotifications/0");
        assertThat(notification.at("/message/text").asText()).contains("no-such-rule");
        assertThat(notification.at("/locations").isMissingNode()).isTrue();
    }

    @Test
    void reportsThatCannotSayItAreNotWritten() {
        Path json = folder.resolve("out.json");
        Run run = Run.of("check", migrations, "--select", "no-such-rule", "--report", "json=" + json);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(json).doesNotExist();
    }

    @Test
    void theCategoryMustHaveAName() {
        Run run = Run.of("check", migrations, "-f", "sarif", "--category", " ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--category takes a name");
        assertThat(Run.of("check", migrations, "-f", "sarif", "--category", "shop")
                        .out())
                .contains("\"id\": \"shop/\"");
    }

    private JsonNode failure() throws IOException {
        JsonNode run = new ObjectMapper().readTree(report.toFile()).at("/runs/0");
        assertThat(run.get("results")).isEmpty();
        assertThat(run.at("/tool/driver/rules").size()).isGreaterThan(100);
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        return run.at("/invocations/0");
    }
}

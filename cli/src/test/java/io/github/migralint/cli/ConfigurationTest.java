package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    Path folder;

    Path migrations;
    Path index;

    @BeforeEach
    void writeMigrations() throws IOException {
        migrations = ShopFolder.in(folder);
        index = migrations.resolve("V2__index.sql");
    }

    @Test
    void theFileSaysForWhichServer() throws IOException {
        configure("db-version = 14\n");
        assertThat(Run.of("check", index).out()).contains("PostgreSQL 14 (").contains("migralint.toml)");
        assertThat(Run.of("check", index, "--db-version", "15").out()).contains("PostgreSQL 15 (--db-version)");
        assertThat(Run.of("check", index, "--isolated").out()).contains("(default)");
    }

    @Test
    void inspectListensToo() throws IOException {
        configure("db-version = 14\n");
        assertThat(Run.of("inspect", index, "--format", "json").out()).contains("\"version\": \"14\"");
    }

    @Test
    void anyFileCanBeNamed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("other.toml"), "fail-on = \"critical\"\n");
        assertThat(Run.of("check", index).exitCode()).isEqualTo(1);
        assertThat(Run.of("check", index, "--config", elsewhere).exitCode()).isZero();
        assertThat(Run.of("check", index, "--config", elsewhere, "--fail-on", "low")
                        .exitCode())
                .isEqualTo(1);
        Run both = Run.of("check", index, "--config", elsewhere, "--isolated");
        assertThat(both.exitCode()).isEqualTo(2);
        Run missing = Run.of("check", index, "--config", folder.resolve("none.toml"));
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("none.toml does not exist");
    }

    @Test
    void whatIsNotUnderstoodGivesTwoAndItsPlace() throws IOException {
        configure("fail-on = \"high\"\ndb-verson = 14\n");
        Run run = Run.of("check", index);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .endsWith("migralint.toml:2:1: unknown key db-verson; did you mean db-version?\n")
                .hasLineCount(1);
    }

    @Test
    void rulesAndRisksAreChosen() throws IOException {
        configure("[rules]\nignore = [\"locking\"]\n");
        assertThat(Run.of("check", index).exitCode()).isZero();
        assertThat(Run.of("check", index, "--select", "blocking-index-creation").exitCode())
                .isEqualTo(1);
        configure("[risks]\nblocking-index-creation = \"medium\"\n");
        assertThat(Run.of("check", index).out()).contains("MEDIUM    blocking-index-creation");
        assertThat(Run.of("check", index, "--severity", "blocking-index-creation=critical")
                        .out())
                .contains("CRITICAL  blocking-index-creation");
        Run wrong = Run.of("check", index, "--severity", "blocking-index-creation=bad");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--severity takes RULE=RISK");
    }

    @Test
    void overridesAreForTheirPaths() throws IOException {
        configure("[[overrides]]\npaths = [\"" + folder.relativize(index) + "\"]\nignore = [\"all\"]\n");
        assertThat(Run.of("check", index).out()).contains("no findings");
    }

    @Test
    void excludedFilesAreNotReadEvenWhenNamed() throws IOException {
        configure("exclude = [\"V2__*.sql\"]\n");
        Run run = Run.of("check", index);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("no findings · 0 migrations");
    }

    @Test
    void theReviewStartsAfterAVersion() throws IOException {
        configure("start-after = \"V2\"\n");
        assertThat(Run.of("check", migrations).out()).doesNotContain("blocking-index-creation");
        configure("start-after = 1\n");
        assertThat(Run.of("check", migrations).out()).contains("blocking-index-creation");
    }

    @Test
    void eachFileOfACallHasItsOwnConfiguration() throws IOException {
        Path strict = project("strict", "db-version = 14\n");
        Path lenient = project("lenient", "[rules]\nignore = [\"all\"]\n");
        Run run = Run.of("check", "--format", "concise", strict, lenient);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("strict").doesNotContain("lenient");
    }

    @Test
    void whatIsAcceptedForNothingIsToldWhereItIsSaid() throws IOException {
        Path base = Files.writeString(
                folder.resolve("base.toml"),
                "[[ignore]]\nfile = \"V2__index.sql\"\nrule = \"truncated-table\"\nreason = \"nobody knows\"\n");
        configure("extends = \"base.toml\"\n");
        assertThat(Run.of("check", index, "--format", "concise").out())
                .contains(base + ":1:3: ")
                .contains("unused-suppression");
    }

    private Path project(String name, String configuration) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        Files.writeString(project.resolve("migralint.toml"), configuration);
        return ShopFolder.in(project).resolve("V2__index.sql");
    }

    private void configure(String text) throws IOException {
        Files.writeString(folder.resolve("migralint.toml"), text);
    }
}

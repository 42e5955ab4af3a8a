package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose projects have configurations of their own. */
class NestedConfigurationsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeServices() throws IOException {
        ShopFolder.in(folder.resolve("services/a"));
        ShopFolder.in(folder.resolve("services/b"));
        ShopFolder.in(folder.resolve("services/c"));
        configure("services/a", "db-version = 14\nfail-on = \"never\"\n[rules]\nignore = [\"all\"]\n");
        configure("services/b", "db-version = 15\n");
    }

    @Test
    void eachProjectIsCheckedWithTheNearestOne() throws IOException {
        configure("", "db-version = 16\n");
        Run files = Run.of("check", folder, "--show-files");
        assertThat(files.err()).isEmpty();
        assertThat(files.out().lines())
                .hasSize(6)
                .anyMatch(line -> line.contains("services/a/db/V1__orders.sql\treview\tPostgreSQL 14\t"))
                .anyMatch(line -> line.contains("services/b/db/V2__index.sql\treview\tPostgreSQL 15\t"))
                .anyMatch(line -> line.contains("services/c/db/V2__index.sql\treview\tPostgreSQL 16\t"));
        Run run = Run.of("check", folder, "--format=concise");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("services/b/", "services/c/").doesNotContain("services/a/");
    }

    @Test
    void aFolderWithoutOneIsCheckedAsEver() {
        assertThat(Run.of("check", folder, "--show-files").out())
                .contains("services/a/db/V1__orders.sql\treview\tPostgreSQL 14")
                .contains("services/c/db/V1__orders.sql\treview\tPostgreSQL 18");
        assertThat(Run.of("check", folder, "--show-files", "--isolated").out())
                .contains("services/a/db/V1__orders.sql\treview\tPostgreSQL 18")
                .doesNotContain("PostgreSQL 14");
        assertThat(Run.of("check", folder, "--show-files", "--config", folder.resolve("services/b/migralint.toml"))
                        .out())
                .doesNotContain("PostgreSQL 14")
                .doesNotContain("PostgreSQL 18");
    }

    @Test
    void whatIsAroundProjectsOfTheirOwnIsNotReadTwice() throws IOException {
        configure("services", "db-version = 13\n");
        Files.writeString(folder.resolve("services/V1__all.sql"), "SELECT 1;\n");
        String out = Run.of("check", folder, "--show-files").out();
        assertThat(out.lines()).hasSize(7);
        assertThat(out)
                .contains("services/V1__all.sql\treview\tPostgreSQL 13")
                .contains("services/c/db/V1__orders.sql\treview\tPostgreSQL 13")
                .contains("services/a/db/V1__orders.sql\treview\tPostgreSQL 14");
    }

    private void configure(String place, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(place)).resolve("migralint.toml"), text);
    }
}

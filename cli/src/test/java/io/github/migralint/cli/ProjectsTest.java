package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several projects of one call have nothing to do with each other. */
class ProjectsTest {
    private static final String USERS = "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n";
    private static final String INDEX = "CREATE INDEX users_name_idx ON users (name);\n";

    @TempDir
    private Path folder;

    private Path write(String name, String sql) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, sql);
    }

    @Test
    void servicesOfOneRepositoryHaveTheirOwnTables() throws IOException {
        for (String service : new String[] {"users", "orders"}) {
            write(service + "/src/main/resources/db/migration/V1__init.sql", USERS);
            write(service + "/src/main/resources/db/migration/V2__index.sql", INDEX);
        }
        Run run = Run.of("check", folder);
        assertThat(run.out())
                .contains("2 projects, 4 migrations under review")
                .contains("users/src/main/resources/db/migration: Flyway")
                .contains("2 findings (2 high) · 4 migrations, 4 statements")
                .doesNotContain("already exists");
    }

    @Test
    void namedFilesHaveTheHistoryOfTheirOwnProject() throws IOException {
        write("a/migrations/V1__init.sql", USERS);
        write("b/migrations/V1__init.sql", "CREATE TABLE others (id bigint PRIMARY KEY);\n");
        Path one = write("a/migrations/V2__users.sql", "ALTER TABLE users ADD COLUMN mail text;\n");
        Path other = write("b/migrations/V2__users.sql", USERS);
        String rules = "object-already-exists,missing-object,statement-will-fail";
        Run run = Run.of("check", one, other, "-v", "--select", rules);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("2 projects").contains("no findings");
        assertThat(Run.of("check", folder.resolve("a"), folder.resolve("b"), "-v", "--select", rules)
                        .out())
                .contains("2 projects")
                .contains("no findings");
    }

    @Test
    void twoLocationsOfOneModuleAreOneProject() throws IOException {
        write("src/main/resources/db/migration/V1__init.sql", USERS);
        write("src/main/resources/db/specific/V2__index.sql", INDEX);
        assertThat(Run.of("check", folder).out())
                .doesNotContain("projects")
                .contains("users exists since V1__init.sql:1");
    }

    @Test
    void foldersThatOnlyCountAreOneHistory() throws IOException {
        write("2023/001_init.sql", USERS);
        write("2024/001_index.sql", INDEX);
        assertThat(Run.of("check", folder).out())
                .doesNotContain("projects")
                .contains("users exists since 001_init.sql:1");
    }

    @Test
    void upAndDownBesideEachOtherAreOneHistory() throws IOException {
        write("up/001_init.sql", USERS);
        write("down/001_init.sql", "DROP TABLE users;\n");
        assertThat(Run.of("check", folder).out())
                .isEqualTo("no findings · 1 migration, 2 statements, all understood\n");
    }
}

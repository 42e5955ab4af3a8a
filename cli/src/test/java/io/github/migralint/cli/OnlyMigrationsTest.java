package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks name every file that changed: what is no migration is passed by when they ask for it. */
class OnlyMigrationsTest {
    private static final String TABLE = "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);\n";
    private static final String INDEX = "CREATE INDEX orders_customer_idx ON orders (customer_id);\n";
    private static final String DELETE = "DELETE FROM orders;\n";

    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void project() throws IOException {
        first = write("db/migration/V1__orders.sql", TABLE);
        second = write("db/migration/V2__index.sql", INDEX);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Run check(Path... files) {
        var arguments = new Object[files.length + 4];
        arguments[0] = "check";
        arguments[1] = "--only-migrations";
        arguments[2] = "--format";
        arguments[3] = "concise";
        System.arraycopy(files, 0, arguments, 4, files.length);
        return Run.of(arguments);
    }

    @Test
    void migrationsAreReportedOnWithWhatIsBeforeThem() {
        Run run = check(second);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .contains("V2__index.sql:1:1: HIGH blocking-index-creation")
                .contains("1 migration");
    }

    @Test
    void queriesSeedsAndSchemasAreNot() throws IOException {
        Path seed = write("db/seeds/orders.sql", DELETE);
        Path query = write("queries/remove.sql", DELETE);
        Path schema = write("test/schema.sql", "DROP TABLE orders;\n" + TABLE);
        Run run = check(seed, query, schema, first);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("no findings").contains("1 migration");
        assertThat(Run.of("check", seed).exitCode())
                .as("named without the option it is checked like any other")
                .isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void nothingLeftIsNoErrorAndNotEverything() throws IOException {
        Run run = check(write("queries/remove.sql", DELETE));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("0 migrations");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void withoutAToolNumbersTell() throws IOException {
        assertThat(check(write("sql/0007_away.sql", DELETE)).exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(check(write("reports/away.sql", DELETE)).exitCode()).isZero();
    }

    @Test
    void theFoldersOfTheConfigurationTellBeforeAll() throws IOException {
        write("migralint.toml", "migrations = [\"changes\"]\n");
        assertThat(check(write("changes/away.sql", DELETE)).exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(check(second).exitCode()).isZero();
    }

    @Test
    void whatIsExcludedIsNotCheckedEvenWhenItIsNamed() throws IOException {
        write("migralint.toml", "exclude = [\"db/migration/V2__*.sql\"]\n");
        assertThat(check(second).exitCode()).isZero();
        assertThat(Run.of("check", second).exitCode()).isZero();
    }

    @Test
    void whatIsNotThereIsStillMissed() {
        assertThat(check(folder.resolve("gone.sql")).exitCode()).isEqualTo(ExitCode.USAGE);
    }
}

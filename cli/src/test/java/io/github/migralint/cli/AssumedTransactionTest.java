package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody assumes of files decides where nothing else tells how they are run, and only there. */
class AssumedTransactionTest {
    @TempDir
    Path folder;

    Path plain;

    @BeforeEach
    void writeMigration() throws IOException {
        plain = folder.resolve("plain.sql");
        Files.writeString(plain, """
                SET LOCAL lock_timeout = '5s';
                CREATE INDEX CONCURRENTLY orders_idx ON orders (customer_id);
                """);
    }

    @Test
    void nothingIsSaidWhereNothingTells() {
        assertThat(Run.of("check", plain).out())
                .doesNotContain("forbidden-in-transaction")
                .doesNotContain("setting-without-effect");
    }

    @Test
    void inATransactionTheStatementIsRefused() {
        assertThat(Run.of("check", plain, "--assume-in-transaction").out())
                .contains("forbidden-in-transaction")
                .contains("each file is assumed to run in a transaction")
                .doesNotContain("setting-without-effect");
    }

    @Test
    void outsideOfOneTheSettingDoesNothing() {
        assertThat(Run.of("check", plain, "--no-assume-in-transaction").out())
                .contains("setting-without-effect")
                .contains("files are assumed to run without a transaction")
                .doesNotContain("forbidden-in-transaction");
    }

    @Test
    void whatTheToolDoesWeighsMore() throws IOException {
        Path flyway = Files.createDirectories(folder.resolve("db/migration")).resolve("V1__index.sql");
        Files.writeString(flyway, Files.readString(plain));
        Run run = Run.of("check", flyway, "--no-assume-in-transaction", "--verbose");
        assertThat(run.out()).contains("forbidden-in-transaction").doesNotContain("setting-without-effect");
        assertThat(run.out()).contains("--no-assume-in-transaction has no effect");
    }
}

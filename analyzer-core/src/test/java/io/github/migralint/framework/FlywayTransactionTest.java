package io.github.migralint.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayTransactionTest {
    private static final MigrationFramework FLYWAY = Frameworks.named("flyway").orElseThrow();

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON t (a)",
                "create unique index  concurrently i ON t (a)",
                "DROP INDEX CONCURRENTLY i",
                "VACUUM t",
                "ALTER SYSTEM SET a = 1",
                "REINDEX SCHEMA s",
                "CREATE DATABASE d"
            })
    void statementsThatFlywayRunsWithoutOne(String statement) {
        assertThat(mode(statement)).isEqualTo(TransactionMode.NONE);
        assertThat(mode(statement, statement)).isEqualTo(TransactionMode.NONE);
        // mixed files are refused, or run in a transaction: never silently without
        assertThat(mode("SET lock_timeout = '5s'", statement)).isEqualTo(TransactionMode.WRAPPED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (a)",
                "REINDEX INDEX CONCURRENTLY i",
                "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
                "VACUUMED"
            })
    void statementsThatFlywayDoesNotKnow(String statement) {
        assertThat(mode(statement)).isEqualTo(TransactionMode.WRAPPED);
    }

    @Test
    void configurationOfTheScriptDecides() throws IOException {
        Files.writeString(root.resolve("V1__a.sql.conf"), "encoding=UTF-8\nexecuteInTransaction=false\n");
        assertThat(mode("REINDEX INDEX CONCURRENTLY i")).isEqualTo(TransactionMode.NONE);
        Files.writeString(root.resolve("V1__a.sql.conf"), "executeInTransaction=true");
        assertThat(mode("VACUUM")).isEqualTo(TransactionMode.WRAPPED);
    }

    @Test
    void emptyFile() {
        assertThat(mode()).isEqualTo(TransactionMode.WRAPPED);
    }

    private TransactionMode mode(String... statements) {
        var file = new MigrationFile(root.resolve("V1__a.sql"), "V1__a.sql", "1", "a", Direction.UP, false, true);
        Section whole =
                FLYWAY.sections(SourceText.of("V1__a.sql", ""), "postgresql").get(0);
        return FLYWAY.transaction(file, whole, List.of(statements)).mode();
    }
}

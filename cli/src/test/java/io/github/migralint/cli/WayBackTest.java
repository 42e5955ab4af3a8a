package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that go back are judged on what their own way forward leaves, and change nothing for the others. */
class WayBackTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeAHistory() throws IOException {
        write("1_init.up.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n");
        write("1_init.down.sql", "DROP TABLE orders;\n");
        write("2_note.up.sql", "ALTER TABLE orders ADD COLUMN note text;\n");
        write("2_note.down.sql", "ALTER TABLE orders DROP COLUMN note;\n");
        write("3_more.up.sql", "ALTER TABLE orders ADD COLUMN more text;\n");
        write("3_more.down.sql", "CREATE INDEX back_idx ON orders (total);\n");
    }

    private Path write(String name, String sql) throws IOException {
        return Files.writeString(folder.resolve(name), sql);
    }

    @Test
    void aDangerOfTheWayBackIsLow() {
        Run run = Run.of("check", folder, "-f", "concise", "--select", "unsafe-down-migration");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(folder + "/3_more.down.sql:1:1: LOW unsafe-down-migration: SHARE lock on orders while every"
                        + " row is read\n1 finding (1 low) · 3 migrations, 6 statements, all understood\n");
    }

    @Test
    void theOriginalRuleAndItsAdviceAreTold() {
        assertThat(Run.of("check", folder).out())
                .contains("On the way forward this would be blocking-index-creation (HIGH).")
                .contains("CREATE INDEX CONCURRENTLY back_idx");
    }

    @Test
    void aWayBackNamedAloneIsJudgedAfterItsWayForward() {
        Run run = Run.of("check", folder.resolve("2_note.down.sql"), "-f", "concise");
        assertThat(run.out()).startsWith("no findings");
    }

    @Test
    void aWayBackOfNothingIsJudgedOnTheSchemaAsItIs() throws IOException {
        Path lone = write("9_lone.down.sql", "ALTER TABLE orders DROP COLUMN total;\n");
        assertThat(Run.of("check", lone, "-f", "concise").out())
                .contains("9_lone.down.sql:1:20: LOW unsafe-down-migration");
    }

    @Test
    void partsOfOneFileBelongTogether() throws IOException {
        Path other = Files.createDirectory(folder.resolve("goose"));
        Files.writeString(
                other.resolve("00001_a.sql"),
                "-- +goose Up\nCREATE TABLE a (id bigint PRIMARY KEY);\n\n-- +goose Down\n" + "DROP TABLE a;\n");
        Files.writeString(
                other.resolve("00002_b.sql"),
                "-- +goose Up\nDROP TABLE IF EXISTS never;\n\n-- +goose Down\n" + "DROP TABLE a;\n");
        Run run = Run.of("check", other, "-f", "concise", "--select", "unsafe-down-migration");
        assertThat(run.out())
                .contains("00002_b.sql:5:12: LOW unsafe-down-migration")
                .contains("1 finding");
    }
}

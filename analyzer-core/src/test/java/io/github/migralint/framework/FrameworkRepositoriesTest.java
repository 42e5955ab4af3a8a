package io.github.migralint.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.fixtures.Histories;
import io.github.migralint.history.HistoryReader;
import io.github.migralint.history.Migration;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small repository for each tool: what it is taken for and why, what runs in what order, and in what transaction. */
class FrameworkRepositoriesTest {
    @TempDir
    Path root;

    private MigrationSet set = Frameworks.detect(List.of(), DiscoveryOptions.forDialect("postgresql"));

    @Test
    void golangMigrate() throws IOException {
        assertThat(read("golang-migrate"))
                .containsExactly(
                        "1_orders.up.sql UP IMPLICIT",
                        "1_orders.down.sql DOWN IMPLICIT",
                        "2_index.up.sql UP IMPLICIT",
                        "2_index.down.sql DOWN IMPLICIT",
                        "10_customers.up.sql UP IMPLICIT",
                        "11_forgotten.sql NONE IMPLICIT UnreadFile 11_forgotten.up.sql");
        assertThat(taken()).isEqualTo("golang-migrate (file names like 1_x.up.sql)");
        assertThat(set.notes()).containsExactly("1 SQL file that golang-migrate does not run was left out");
    }

    @Test
    void prisma() throws IOException {
        assertThat(read("prisma")).containsExactly("migration.sql UP IMPLICIT", "migration.sql UP IMPLICIT");
        assertThat(taken()).isEqualTo("Prisma (migration_lock.toml)");
        assertThat(set.files()).extracting(MigrationFile::version).containsExactly("20250101000000", "20250102000000");
    }

    @Test
    void diesel() throws IOException {
        assertThat(read("diesel"))
                .containsExactly(
                        "up.sql UP WRAPPED", "down.sql DOWN WRAPPED", "up.sql UP IMPLICIT", "down.sql DOWN IMPLICIT");
        assertThat(taken()).isEqualTo("Diesel (diesel.toml)");
    }

    @Test
    void goose() throws IOException {
        assertThat(read("goose"))
                .containsExactly(
                        "00001_orders.sql UP WRAPPED",
                        "00001_orders.sql DOWN WRAPPED",
                        "00002_index.sql UP NONE",
                        "00002_index.sql DOWN NONE",
                        "00003-dash.sql NONE WRAPPED UnreadFile 00003_dash.sql");
        assertThat(taken()).isEqualTo("goose (-- +goose in the files)");
    }

    @Test
    void dbmate() throws IOException {
        assertThat(read("dbmate"))
                .containsExactly(
                        "20250101000000_orders.sql UP WRAPPED",
                        "20250101000000_orders.sql DOWN WRAPPED",
                        "20250102000000_index.sql UP IMPLICIT",
                        "20250102000000_index.sql DOWN WRAPPED");
        assertThat(taken()).isEqualTo("dbmate (-- migrate:up in the files)");
    }

    @Test
    void sqlx() throws IOException {
        assertThat(read("sqlx"))
                .containsExactly(
                        "1_orders.up.sql UP WRAPPED",
                        "1_orders.down.sql DOWN WRAPPED",
                        "2_index.up.sql UP IMPLICIT",
                        "2_index.down.sql DOWN WRAPPED UnreadDirective",
                        "3.sql NONE WRAPPED UnreadFile 3_change.sql");
        assertThat(taken()).isEqualTo("sqlx (-- no-transaction in a file)");
        Files.writeString(root.resolve("migrations/2_index.up.sql"), "SELECT 1;");
        set = Frameworks.detect(List.of(root), DiscoveryOptions.forDialect("postgresql"));
        assertThat(taken()).isEqualTo("sqlx (sqlx in Cargo.toml)");
    }

    @Test
    void pairsBelongToGolangMigrateInAGoProject() throws IOException {
        read("sqlx");
        Files.delete(root.resolve("Cargo.toml"));
        Files.writeString(root.resolve("go.mod"), "module shop");
        set = Frameworks.detect(List.of(root), DiscoveryOptions.forDialect("postgresql"));
        assertThat(taken()).isEqualTo("golang-migrate (file names like 1_x.up.sql)");
    }

    @Test
    void flyway() throws IOException {
        assertThat(read("flyway"))
                .containsExactly(
                        "afterConnect.sql NONE WRAPPED",
                        "beforeEachMigrate__limits.sql NONE WRAPPED",
                        "V1__orders.sql UP WRAPPED",
                        "V2__index.sql UP NONE",
                        "U2__index.sql DOWN WRAPPED",
                        "V10__reindex.sql UP NONE",
                        "R__views.sql UP WRAPPED",
                        "V3_note.sql NONE WRAPPED UnreadFile V3__note.sql");
        assertThat(taken()).isEqualTo("Flyway (file names like V1__x.sql)");
    }

    @Test
    void callbacksSetUpTheSessionsOfFlyway() throws IOException {
        read("flyway");
        Path one = root.resolve("db/migration/V2__index.sql");
        set = Frameworks.detect(List.of(one), DiscoveryOptions.forDialect("postgresql"));
        assertThat(migrations())
                .hasSize(4)
                .allMatch(migration -> migration
                        .session()
                        .settings()
                        .equals(Map.of("lock_timeout", "5s", "statement_timeout", "30s")));
        assertThat(migrations()).filteredOn(Migration::underReview).hasSize(1);
    }

    @Test
    void drizzle() throws IOException {
        assertThat(read("drizzle"))
                .containsExactly(
                        "0000_orders.sql UP SHARED",
                        "0002_customers.sql UP SHARED",
                        "0001_items.sql UP SHARED",
                        "0003_draft.sql NONE SHARED UnreadFile ");
    }

    @Test
    void atlas() throws IOException {
        assertThat(read("atlas"))
                .containsExactly(
                        "20250101000000_orders.sql UP WRAPPED",
                        "20250102000000_index.sql UP NONE",
                        "20250103000000_late.sql UP WRAPPED UnreadDirective");
        assertThat(taken()).isEqualTo("Atlas (atlas.sum)");
    }

    @Test
    void supabase() throws IOException {
        assertThat(read("supabase"))
                .containsExactly("20250101000000_orders.sql UP IMPLICIT", "20250102000000_index.sql UP IMPLICIT");
        assertThat(taken()).isEqualTo("Supabase (the folder supabase/migrations)");
    }

    @Test
    void uGoesForwardInRefinery() throws IOException {
        assertThat(read("refinery"))
                .containsExactlyInAnyOrder("V1__orders.sql UP WRAPPED", "U2__customers.sql UP WRAPPED");
        assertThat(taken()).isEqualTo("refinery (refinery in Cargo.toml)");
    }

    @Test
    void toolsThatDivideTheirFiles() throws IOException {
        assertThat(read("tern"))
                .containsExactly("001_orders.sql UP WRAPPED", "001_orders.sql DOWN WRAPPED", "002_index.sql UP NONE");
        assertThat(set.framework().name()).isEqualTo("tern");
        assertThat(read("node-pg-migrate"))
                .containsExactly("1735689600000_orders.sql UP SHARED", "1735689600000_orders.sql DOWN SHARED");
        assertThat(read("mybatis"))
                .containsExactly("20250101000000_orders.sql UP WRAPPED", "20250101000000_orders.sql DOWN WRAPPED");
        assertThat(set.framework().name()).isEqualTo("mybatis");
        assertThat(read("sql-migrate"))
                .containsExactly("1_orders.sql UP WRAPPED", "1_orders.sql DOWN WRAPPED", "2_index.sql UP NONE");
        assertThat(read("liquibase")).containsExactly("1.sql UP WRAPPED", "1.sql UP NONE");
        assertThat(set.framework().name()).isEqualTo("liquibase");
    }

    @Test
    void toolsThatAreNotKnownAreNotTakenForThoseThatAre() throws IOException {
        assertThat(read("hasura")).containsExactly("up.sql UP UNKNOWN", "down.sql DOWN UNKNOWN");
        assertThat(read("engines"))
                .containsExactly(
                        "1_orders.up.sql UP UNKNOWN",
                        "1_orders.down.sql DOWN UNKNOWN",
                        "2_items.postgres.up.sql UP UNKNOWN");
        assertThat(taken()).isEqualTo("plain SQL files (no migration tool recognised)");
    }

    private String taken() {
        return set.framework().label() + " (" + set.reason() + ")";
    }

    /** Writes a repository anew, finds its migrations, and tells of each what is believed of it. */
    private List<String> read(String repository) throws IOException {
        root = Files.createDirectory(root.resolve(repository));
        for (var file : Histories.framework(repository).entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        set = Frameworks.detect(List.of(root), DiscoveryOptions.forDialect("postgresql"));
        return migrations().stream().map(FrameworkRepositoriesTest::told).toList();
    }

    private List<Migration> migrations() throws IOException {
        var reader = new HistoryReader(new PostgresqlDialect(), set.framework());
        for (MigrationFile file : set.files()) {
            reader.read(file, SourceText.of(file.displayPath(), Files.readAllBytes(file.file())));
        }
        return reader.migrations();
    }

    private static String told(Migration migration) {
        var words = new ArrayList<String>();
        words.add(migration.path().replaceFirst(".*/", ""));
        words.add(migration.direction().name());
        words.add(migration.transaction().mode().name());
        for (Remark remark : migration.remarks()) {
            words.add(remark.getClass().getSimpleName());
            if (remark instanceof Remark.UnreadFile unread) {
                words.add(unread.better());
            }
        }
        return String.join(" ", words);
    }
}

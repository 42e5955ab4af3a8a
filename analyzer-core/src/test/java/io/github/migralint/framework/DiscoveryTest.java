package io.github.migralint.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    private static final DiscoveryOptions POSTGRESQL = DiscoveryOptions.forDialect("postgresql");

    @TempDir
    Path root;

    @Test
    void placesBeginWithoutADot() {
        assertThat(Frameworks.display(Path.of("./db/V1.sql"))).isEqualTo("db/V1.sql");
        assertThat(Frameworks.display(Path.of("."))).isEqualTo(".");
        assertThat(Frameworks.display(Path.of("../db/V1.sql"))).isEqualTo("../db/V1.sql");
        assertThat(Frameworks.display(Path.of(".db/V1.sql"))).isEqualTo(".db/V1.sql");
    }

    @Test
    void numbersCountAsPeopleDo() throws IOException {
        write("10_b.sql", "9_a.sql", "1_x/y.sql", "100.sql", "Z.sql");
        assertThat(paths(detect())).containsExactly("1_x/y.sql", "9_a.sql", "10_b.sql", "100.sql", "Z.sql");
    }

    @Test
    void datesCountAsDates() throws IOException {
        write("20250625_b/migration.sql", "20230518191501_a/migration.sql", "20250701_c/migration.sql");
        assertThat(paths(detect()))
                .containsExactly(
                        "20230518191501_a/migration.sql", "20250625_b/migration.sql", "20250701_c/migration.sql");
    }

    @Test
    void theWayBackStandsAfterTheWayThere() throws IOException {
        write(
                "1_a.up.sql",
                "1_a.down.sql",
                "2_b.down.sql",
                "2_b.up.sql",
                "3_c.sql",
                "3_c.rollback.sql",
                "4_shut_down.sql");
        assertThat(directions(Frameworks.detect(List.of(root), POSTGRESQL.withFramework("plain"))))
                .containsExactly(
                        "1_a.up.sql UP",
                        "1_a.down.sql DOWN",
                        "2_b.up.sql UP",
                        "2_b.down.sql DOWN",
                        "3_c.sql UP",
                        "3_c.rollback.sql DOWN",
                        "4_shut_down.sql UP");
    }

    @Test
    void wayBackInAFolderOfItsOwn() throws IOException {
        write("deploy/1.sql", "deploy/2.sql", "revert/1.sql", "revert/9.sql");
        assertThat(directions(detect()))
                .containsExactly("deploy/1.sql UP", "revert/1.sql DOWN", "deploy/2.sql UP", "revert/9.sql DOWN");
    }

    @Test
    void folderForEachMigration() throws IOException {
        write(
                "m/2024-01-02-0_b/up.sql",
                "m/2024-01-02-0_b/down.sql",
                "m/0000_a/up.sql",
                "m/0000_a/down.sql",
                "tools/dump.sql");
        MigrationSet set = detect();
        assertThat(directions(set))
                .containsExactly(
                        "m/0000_a/up.sql UP",
                        "m/0000_a/down.sql DOWN",
                        "m/2024-01-02-0_b/up.sql UP",
                        "m/2024-01-02-0_b/down.sql DOWN");
        assertThat(set.notes())
                .containsExactly("1 SQL file outside of the folders with numbered migrations was left out");
        assertThat(set.files().get(2).version()).isEqualTo("2024-01-02-0");
        assertThat(set.files().get(2).description()).isEqualTo("b");
    }

    @Test
    void filesForOtherEnginesAreLeftOut() throws IOException {
        write("mysql/1.sql", "postgres/1.sql", "postgres/2.sqlite.up.sql", "postgres/3.up.sql", "postgres/3.pg.up.sql");
        MigrationSet set = detect();
        assertThat(paths(set)).containsExactly("postgres/1.sql", "postgres/3.pg.up.sql");
        assertThat(set.notes())
                .containsExactly(
                        "1 SQL file for MySQL was left out",
                        "1 SQL file for SQLite was left out: Migralint does not know SQLite");
        assertThat(paths(Frameworks.detect(List.of(root), DiscoveryOptions.forDialect("mysql"))))
                .containsExactly("mysql/1.sql");
        assertThat(Frameworks.detect(List.of(root.resolve("mysql")), POSTGRESQL).files())
                .hasSize(1);
    }

    @Test
    void folderNamedForAVersionOfAPackageIsNoEngine() throws IOException {
        write("internal/db2/migrations/1_a.sql");
        assertThat(detect().files()).hasSize(1);
    }

    @Test
    void toolFoldersHiddenFoldersAndLinksAreNotEntered() throws IOException {
        write("1.sql", "node_modules/a/1.sql", "target/1.sql", ".git/1.sql", "build/1.sql");
        Path outside = Files.createTempDirectory("outside");
        Files.writeString(outside.resolve("2.sql"), "");
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createSymbolicLink(root.resolve("3.sql"), outside.resolve("2.sql"));
        assertThat(paths(detect())).containsExactly("1.sql");
        Path link = root.resolveSibling(root.getFileName() + "-link");
        Files.createSymbolicLink(link, root);
        assertThat(Frameworks.detect(List.of(link), POSTGRESQL).files())
                .extracting(MigrationFile::file)
                .containsExactly(link.resolve("1.sql"));
        Files.delete(link);
    }

    @Test
    void flywayRunsVersionsThenRepeatables() throws IOException {
        write(
                "db/migration/V10__j.sql",
                "db/migration/V2__b.sql",
                "db/migration/V1_1__c.sql",
                "db/migration/V1.0.5__d.sql",
                "db/migration/R__views.sql",
                "db/migration/U2__b.sql",
                "db/migration/afterMigrate.sql",
                "db/migration/V3_x.sql",
                "db/migration/sub/V4__e.sql",
                "db/migration/V5.sql");
        MigrationSet set = detect();
        assertThat(set.framework().label()).isEqualTo("Flyway");
        assertThat(set.reason()).contains("V1__");
        assertThat(directions(set).map(line -> line.replaceFirst("db/migration/", "")))
                .containsExactly(
                        "V1.0.5__d.sql UP",
                        "V1_1__c.sql UP",
                        "V2__b.sql UP",
                        "U2__b.sql DOWN",
                        "sub/V4__e.sql UP",
                        "V5.sql UP",
                        "V10__j.sql UP",
                        "R__views.sql UP",
                        "afterMigrate.sql NONE",
                        "V3_x.sql NONE");
        assertThat(set.files().get(7).repeatable()).isTrue();
    }

    @Test
    void baselineOfFlywayStandsForWhatIsGone() throws IOException {
        write("B2__base.sql", "V3__c.sql");
        assertThat(directions(detect())).containsExactly("B2__base.sql UP", "V3__c.sql UP");
        write("V1__a.sql", "V2__b.sql");
        assertThat(directions(detect()))
                .containsExactly("V1__a.sql UP", "V2__b.sql UP", "B2__base.sql NONE", "V3__c.sql UP");
    }

    @Test
    void flywayLocations() throws IOException {
        write(
                "a/src/main/resources/db/migration/V1__a.sql",
                "b/src/main/resources/db/migration/V1__b.sql",
                "b/src/test/resources/db/migration/V9__t.sql",
                "c/db/h2/V1__c.sql");
        MigrationSet set = detect();
        assertThat(paths(set))
                .containsExactly(
                        "a/src/main/resources/db/migration/V1__a.sql", "b/src/main/resources/db/migration/V1__b.sql");
        assertThat(set.notes()).hasSize(3);
    }

    @Test
    void fileNamedAloneIsReviewedWithWhatRanBefore() throws IOException {
        write("1_a.up.sql", "1_a.down.sql", "2_b.up.sql", "10_c.up.sql");
        Path file = root.resolve("2_b.up.sql");
        assertThat(reviewed(Frameworks.detect(List.of(file), POSTGRESQL)))
                .containsExactly("1_a.up.sql -", "2_b.up.sql +");
        assertThat(reviewed(Frameworks.detect(List.of(root.resolve("1_a.down.sql")), POSTGRESQL)))
                .containsExactly("1_a.up.sql -", "1_a.down.sql +");
        assertThat(reviewed(Frameworks.detect(List.of(file), POSTGRESQL.withHistory(new HistoryMode.None()))))
                .containsExactly("2_b.up.sql +");
        MigrationSet two =
                Frameworks.detect(List.of(root.resolve("10_c.up.sql"), root.resolve("1_a.up.sql")), POSTGRESQL);
        assertThat(reviewed(two)).containsExactly("1_a.up.sql +", "2_b.up.sql -", "10_c.up.sql +");
        assertThat(two.historySize()).isEqualTo(1);
    }

    @Test
    void historyOfAFolderForEachMigrationAndOfFlyway() throws IOException {
        write("p/20240101_a/migration.sql", "p/20240102_b/migration.sql", "p/20240103_c/migration.sql");
        assertThat(reviewed(Frameworks.detect(List.of(root.resolve("p/20240102_b/migration.sql")), POSTGRESQL)))
                .containsExactly("p/20240101_a/migration.sql -", "p/20240102_b/migration.sql +");
        write("f/db/migration/one/V1__a.sql", "f/db/migration/two/V2__b.sql", "f/db/migration/two/V3__c.sql");
        assertThat(reviewed(Frameworks.detect(List.of(root.resolve("f/db/migration/two/V2__b.sql")), POSTGRESQL)))
                .containsExactly("f/db/migration/one/V1__a.sql -", "f/db/migration/two/V2__b.sql +");
        assertThat(reviewed(Frameworks.detect(List.of(root.resolve("f/db/migration/two/V3_odd.sql")), POSTGRESQL)))
                .isEmpty();
    }

    @Test
    void historyFromAFolder() throws IOException {
        write("old/1.sql", "old/2.sql", "new/3.sql");
        var options = POSTGRESQL.withHistory(new HistoryMode.Folder(root.resolve("old")));
        assertThat(reviewed(Frameworks.detect(List.of(root.resolve("new/3.sql")), options)))
                .containsExactly("old/1.sql -", "old/2.sql -", "new/3.sql +");
        assertThat(reviewed(Frameworks.detect(List.of(root.resolve("old/2.sql")), options)))
                .containsExactly("old/1.sql -", "old/2.sql +");
    }

    @Test
    void contentFromElsewhereNeedsNoFile() throws IOException {
        write("V1__a.sql", "V3__c.sql");
        MigrationSet set = Frameworks.detect(List.of(), POSTGRESQL.withStandIns(List.of(root.resolve("V2__b.sql"))));
        assertThat(set.framework().name()).isEqualTo("flyway");
        assertThat(reviewed(set)).containsExactly("V1__a.sql -", "V2__b.sql +");
        MigrationSet nowhere =
                Frameworks.detect(List.of(), POSTGRESQL.withStandIns(List.of(Path.of("no/such/folder/x.sql"))));
        assertThat(nowhere.files()).extracting(MigrationFile::displayPath).containsExactly("no/such/folder/x.sql");
    }

    @Test
    void fileThatTheToolWouldNotRunIsReviewedAfterAll() throws IOException {
        write("V1__a.sql", "V2__b.sql", "check.sql");
        assertThat(reviewed(Frameworks.detect(List.of(root.resolve("check.sql")), POSTGRESQL)))
                .containsExactly("V1__a.sql -", "V2__b.sql -", "check.sql +");
    }

    @Test
    void whatCannotBeTakenIsAProblem() throws IOException {
        write("1.sql", "empty/readme.txt", "mysql/1.sql");
        try (var large = new RandomAccessFile(root.resolve("2.sql").toFile(), "rw")) {
            large.setLength(FileTree.MAX_BYTES + 1);
        }
        MigrationSet set =
                Frameworks.detect(List.of(root, root.resolve("none.sql"), root.resolve("empty")), POSTGRESQL);
        assertThat(set.files()).hasSize(1);
        assertThat(set.problems())
                .extracting(FileProblem::kind)
                .containsExactly(FileProblem.Kind.MISSING, FileProblem.Kind.TOO_LARGE, FileProblem.Kind.NO_MIGRATIONS);
        assertThatThrownBy(() -> Frameworks.detect(List.of(root), POSTGRESQL.withFramework("nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namedToolIsTaken() throws IOException {
        write("V1__a.sql", "0_b.sql");
        assertThat(paths(Frameworks.detect(List.of(root), POSTGRESQL.withFramework("flyway"))))
                .containsExactly("V1__a.sql");
        assertThat(paths(Frameworks.detect(List.of(root), POSTGRESQL.withFramework("plain"))))
                .containsExactly("0_b.sql", "V1__a.sql");
    }

    private MigrationSet detect() {
        return Frameworks.detect(List.of(root), POSTGRESQL);
    }

    private void write(String... paths) throws IOException {
        for (String path : paths) {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "SELECT 1;");
        }
    }

    private List<String> paths(MigrationSet set) {
        return set.files().stream().map(this::path).toList();
    }

    private Stream<String> directions(MigrationSet set) {
        return set.files().stream().map(file -> path(file) + " " + file.direction());
    }

    private List<String> reviewed(MigrationSet set) {
        return set.files().stream()
                .map(file -> path(file) + (file.underReview() ? " +" : " -"))
                .toList();
    }

    private String path(MigrationFile file) {
        return Frameworks.display(root.relativize(file.file()));
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a baseline holds back, and what is still told. */
class BaselineTest {
    private static final String TABLE = "CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int);\n";
    private static final String INDEX = "CREATE INDEX orders_a_idx ON orders (a);\n";

    @TempDir
    Path folder;

    private WorkingTree tree;

    @BeforeEach
    void writeHistory() {
        tree = WorkingTree.init(folder);
        tree.write("db/V1__orders.sql", TABLE);
        tree.write("db/V2__index.sql", INDEX);
    }

    @Test
    void whatWasThereIsHeldAndWhatIsNewIsTold() throws IOException {
        assertThat(check("db").exitCode()).isEqualTo(1);
        assertThat(told(baseline("create", "db"))).isEqualTo("migralint-baseline.json: 1 finding accepted in 1 file");
        Run accepted = check("db");
        assertThat(accepted.out())
                .isEqualTo("no findings · 2 migrations, 2 statements, all understood · 1 in the baseline\n");
        assertThat(accepted.exitCode()).isZero();
        tree.write("db/V3__b.sql", "ALTER TABLE orders DROP COLUMN b;\n");
        Run grown = check("db");
        assertThat(findings(grown))
                .singleElement()
                .asString()
                .startsWith("db/V3__b.sql:1:20: HIGH immediate-column-drop");
        assertThat(grown.exitCode()).isEqualTo(1);
        assertThat(findings(check("db", "--no-baseline"))).hasSize(2);
        assertThat(findings(check("db", "--isolated"))).hasSize(2);
    }

    @Test
    void aStatementThatIsRepeatedLaterIsTold() {
        baseline("create", "db");
        tree.git("add", "--all");
        tree.commit();
        tree.write("db/V3__again.sql", "DROP INDEX CONCURRENTLY orders_a_idx;\n" + INDEX);
        for (Run run : List.of(check("db"), check("db/V3__again.sql"), check("db", "--since", "HEAD"))) {
            assertThat(findings(run))
                    .anyMatch(line -> line.startsWith("db/V3__again.sql:2:1: HIGH blocking-index-creation"));
            assertThat(findings(run)).noneMatch(line -> line.startsWith("db/V2"));
        }
        tree.git("add", "--all");
        assertThat(findings(check("db", "--staged"))).anyMatch(line -> line.contains("V3__again.sql:2:1: HIGH"));
    }

    @Test
    void whereAllFilesHaveTheSameNameTheFolderTellsThemApart() {
        tree.write("p/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
        tree.write("p/migrations/20240101000000_orders/migration.sql", TABLE);
        tree.write("p/migrations/20240102000000_index/migration.sql", INDEX);
        baseline("create", "p");
        tree.commit();
        String again = "p/migrations/20240103000000_again/migration.sql";
        tree.write(again, "DROP INDEX CONCURRENTLY orders_a_idx;\n" + INDEX);
        for (Run run : List.of(check("p"), check(again), check("p", "--since", "HEAD"))) {
            assertThat(findings(run)).anyMatch(line -> line.startsWith(again + ":2:1: HIGH blocking-index-creation"));
            assertThat(findings(run)).noneMatch(line -> line.contains("_index/"));
        }
    }

    @Test
    void filesOfTheSameNameInTwoProjectsAreNotTakenForEachOther() {
        tree.write("b/db/V1__orders.sql", TABLE);
        tree.write("b/db/V2__index.sql", INDEX);
        baseline("create", "db");
        for (Run run : List.of(check("db", "b/db"), check("b/db"), check("b/db/V2__index.sql"))) {
            assertThat(findings(run)).singleElement().asString().startsWith("b/db/V2__index.sql:1:1: HIGH");
        }
        assertThat(told(baseline("update", "b/db")))
                .isEqualTo("migralint-baseline.json: 1 added, 0 dropped, 2 findings now");
        assertThat(findings(check("db", "b/db"))).isEmpty();
    }

    @Test
    void aStatementThatIsRepeatedInItsFileIsToldOnce() {
        baseline("create", "db");
        tree.write("db/V2__index.sql", INDEX + "DROP INDEX CONCURRENTLY orders_a_idx;\n" + INDEX);
        assertThat(findings(check("db")))
                .filteredOn(line -> line.contains("blocking-index-creation"))
                .singleElement()
                .asString()
                .startsWith("db/V2__index.sql:3:1");
    }

    @Test
    void editsThatAreNoneOfTheStatementBringNothingBack() {
        baseline("create", "db");
        tree.write(
                "db/V2__index.sql",
                "-- a remark\nSELECT 1;\n\ncreate index ORDERS_A_IDX -- why not\n  on Orders(a) ;\n");
        assertThat(check("db").out()).startsWith("no findings").contains("1 in the baseline");
    }

    @Test
    void aFolderThatMovesTakesWhatIsAcceptedAlong() throws IOException {
        baseline("create", "db");
        Files.createDirectories(folder.resolve("src/main"));
        Files.move(folder.resolve("db"), folder.resolve("src/main/sql"));
        assertThat(check("src").out()).startsWith("no findings").contains("1 in the baseline");
        assertThat(check(".").out()).doesNotContain("nothing is left");
        assertThat(told(baseline("update", "."))).endsWith("0 added, 0 dropped, 1 moved, 1 finding now");
        assertThat(entries()).singleElement().asString().contains("\"src/main/sql/V2__index.sql\"");
    }

    @Test
    void aFileForTwoEnginesIsAcceptedForBoth() {
        for (String vendor : List.of("mysql", "postgresql")) {
            tree.write("v/db/changes/" + vendor + "/README.md", "x\n");
        }
        tree.write("v/db/mysql/V1__orders.sql", TABLE);
        tree.write("v/db/postgresql/V1__orders.sql", TABLE);
        tree.write("v/db/mysql/V2__drop.sql", "ALTER TABLE orders DROP COLUMN a;\n");
        tree.write("v/db/postgresql/V2__drop.sql", "ALTER TABLE orders DROP COLUMN a;\n");
        baseline("create", "v");
        assertThat(check("v").exitCode()).isZero();
        assertThat(findings(check("v/db/mysql"))).isEmpty();
        Run one = check("v/db/postgresql", "--dialect", "postgresql");
        assertThat(findings(one)).isEmpty();
        assertThat(one.out()).doesNotContain("nothing is left");
    }

    @Test
    void remarksGoAlongWithTheFindingThatTheyAreNotesOf() {
        assertThat(check("db", "--format", "json").out()).contains("No lock_timeout is set");
        baseline("create", "db");
        assertThat(findings(check("db", "--select", "all"))).isEmpty();
    }

    @Test
    void whatIsSuppressedIsNotAccepted() throws IOException {
        tree.write("db/V2__index.sql", "-- migralint:ignore blocking-index-creation -- small\n" + INDEX);
        assertThat(told(baseline("create", "db"))).endsWith("0 findings accepted in 0 files");
        tree.write("db/V2__index.sql", INDEX);
        assertThat(findings(check("db"))).hasSize(1);
    }

    @Test
    void whatIsSaidOfSuppressionsAndOfUnreadSqlCanBeAccepted() {
        tree.write("db/V3__odd.sql", "ALTER TABEL orders;\n");
        tree.write(
                "db/migralint.toml",
                "[[ignore]]\nfile = \"V1__orders.sql\"\nrule = \"truncated-table\"\nreason = \"none\"\n");
        assertThat(findings(check("db"))).hasSize(3);
        baseline("create", "db");
        assertThat(check("db").out()).startsWith("no findings").contains("3 in the baseline");
    }

    @Test
    void whatIsHeldCanBeShown() {
        baseline("create", "db");
        assertThat(check("db", "--show-suppressed").out())
                .contains("db/V2__index.sql:1:1: in the baseline HIGH blocking-index-creation: SHARE lock on orders");
        assertThat(run("check", "db", "--show-suppressed").out())
                .contains("IN THE BASELINE  HIGH blocking-index-creation\n  db/V2__index.sql:1:1\n  SHARE lock");
    }

    private Run check(String... arguments) {
        var words = new ArrayList<>(List.of("check"));
        words.addAll(List.of(arguments));
        if (!words.contains("--format")) {
            words.addAll(List.of("--format", "concise"));
        }
        return run(words.toArray(String[]::new));
    }

    private Run baseline(String... arguments) {
        var words = new ArrayList<>(List.of("baseline"));
        words.addAll(List.of(arguments));
        Run run = run(words.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run;
    }

    private Run run(String... words) {
        Object[] arguments = List.of(words).stream()
                .map(word -> Files.exists(folder.resolve(word)) ? folder.resolve(word) : word)
                .toArray();
        Run run = Run.of(arguments);
        return new Run(run.exitCode(), run.out().replace(folder + "/", ""), run.err());
    }

    private static String told(Run run) {
        return run.out().strip();
    }

    private static List<String> findings(Run run) {
        return run.out()
                .lines()
                .filter(line -> line.matches("[^ ]+:\\d+:\\d+: (LOW|MEDIUM|HIGH|CRITICAL) .*"))
                .toList();
    }

    private List<String> entries() throws IOException {
        return Files.readAllLines(folder.resolve("migralint-baseline.json")).stream()
                .filter(line -> line.contains("\"file\""))
                .toList();
    }
}

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what git says has changed is reported; everything is replayed. */
class ChangedFilesTest {
    private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL);\n";
    private static final String INDEX = "CREATE INDEX orders_customer_idx ON orders (customer_id);\n";
    private static final String SAFE = "SELECT 1;\n";

    @TempDir
    private Path folder;

    private WorkingTree tree;

    @BeforeEach
    void commitAHistory() throws IOException {
        tree = WorkingTree.init(folder.toRealPath());
        tree.write("db/V1__orders.sql", ORDERS);
        tree.write("db/V2__old.sql", "CREATE INDEX old_idx ON orders (customer_id);\n");
        tree.commit();
        tree.git("checkout", "--quiet", "-b", "feature");
    }

    private Run since(String revision, Object... more) {
        return check(List.of("--since", revision), more);
    }

    private Run staged(Object... more) {
        return check(List.of("--staged"), more);
    }

    private Run check(List<String> what, Object... more) {
        var arguments = new ArrayList<Object>(List.of("check", "-f", "concise"));
        arguments.addAll(what);
        arguments.addAll(more.length == 0 ? List.of(tree.folder()) : List.of(more));
        return Run.of(arguments.toArray());
    }

    private String file(String name) {
        return tree.folder() + "/" + name;
    }

    @Test
    void whatWasCommittedAndWhatWasNotAreBothReportedAndOldDangersAreNot() {
        tree.write("db/V3__index.sql", INDEX);
        tree.commit();
        tree.write("db/V4__again.sql", INDEX.replace("_idx", "_again"));
        Run run = since("main");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(file("db/V3__index.sql:1:1: HIGH"))
                .contains(file("db/V4__again.sql:1:1: HIGH"))
                .doesNotContain("V2__old.sql")
                .contains("2 migrations");
    }

    @Test
    void theHistoryIsReplayed() {
        tree.write("db/V3__index.sql", INDEX);
        Run run = Run.of("check", "--since", "main", tree.folder());
        assertThat(run.out())
                .contains("V1–V2 replayed")
                .contains("1 migration changed since main")
                .contains("orders exists since V1__orders.sql:1");
    }

    @Test
    void nothingChangedIsNoFinding() {
        for (Run run : List.of(since("main"), staged())) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
        }
        assertThat(since("main").out()).isEqualTo("no findings · 0 migrations changed since main\n");
        assertThat(staged().out()).isEqualTo("no findings · 0 migrations staged\n");
    }

    @Test
    void theBranchIsComparedWithTheCommitItLeftAt() {
        tree.write("db/V3__index.sql", INDEX);
        tree.commit();
        tree.git("checkout", "--quiet", "main");
        tree.write("db/V9__main.sql", INDEX.replace("_idx", "_main"));
        tree.commit();
        tree.git("checkout", "--quiet", "feature");
        assertThat(since("main").out()).contains("V3__index.sql").doesNotContain("V9__main.sql");
    }

    @Test
    void aChangedAndARenamedFileAreReportedAndADeletedOneIsNot() throws IOException {
        tree.write("db/V1__orders.sql", "-- orders\n" + ORDERS);
        Path old = tree.folder().resolve("db/V2__old.sql");
        Files.move(old, old.resolveSibling("V3__old.sql"));
        Run run = since("main", "--select", "blocking-index-creation", tree.folder());
        assertThat(run.out())
                .contains("V3__old.sql:1:1: HIGH")
                .contains("2 migrations")
                .doesNotContain("V2__old.sql");
    }

    @Test
    void whatAChangedFileMadeServesClientsAlready() {
        tree.write("db/V1__orders.sql", ORDERS + "CREATE INDEX own_idx ON orders (customer_id);\n");
        tree.write("db/V3__index.sql", INDEX);
        Run run = since("main", "--select", "blocking-index-creation", tree.folder());
        assertThat(run.out()).contains("V3__index.sql:1:1: HIGH").doesNotContain("V1__orders.sql");
    }

    @Test
    void stagedContentsCount() {
        tree.write("db/V3__index.sql", INDEX);
        tree.git("add", "--all");
        tree.write("db/V3__index.sql", SAFE);
        tree.write("db/V4__unstaged.sql", INDEX.replace("_idx", "_again"));
        assertThat(staged().out()).contains("V3__index.sql:1:1: HIGH").doesNotContain("V4__unstaged.sql");
        assertThat(since("main").out()).doesNotContain("V3__index.sql").contains("V4__unstaged.sql:1:1: HIGH");
    }

    @Test
    void aStagedFileNeedNotBeInTheWorkingTree() throws IOException {
        Path file = tree.write("db/V3__index.sql", INDEX);
        tree.git("add", "--all");
        Files.delete(file);
        assertThat(staged().out()).contains("V3__index.sql:1:1: HIGH");
    }

    @Test
    void theFirstCommitOfARepositoryCanBeStaged() throws IOException {
        Path other = Files.createDirectory(tree.folder().resolve("db/other"));
        WorkingTree fresh = WorkingTree.init(other);
        fresh.write("V1__a.sql", ORDERS);
        fresh.git("add", "--all");
        assertThat(staged(other).out()).isEqualTo("no findings · 1 migration, 1 statement, all understood\n");
        assertThat(since("main", other).err()).contains("git does not know the revision main");
    }

    @Test
    void onlyFilesBelowThePathsCount() {
        tree.write("db/V3__index.sql", INDEX);
        tree.write("other/V1__x.sql", ORDERS + INDEX);
        assertThat(since("main", tree.folder().resolve("db")).out())
                .contains("V3__index.sql")
                .doesNotContain("other");
        assertThat(since("main", tree.folder().resolve("db/V2__old.sql")).out()).contains("0 migrations");
        assertThat(since("main", tree.folder().resolve("db/V3__index.sql")).out())
                .contains("V3__index.sql:1:1: HIGH");
    }

    @Test
    void aLinkToTheRepositoryIsAsGood() throws IOException {
        tree.write("db/V3__index.sql", INDEX);
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), tree.folder());
        try {
            assertThat(since("main", link.resolve("db")).out()).contains(link + "/db/V3__index.sql:1:1: HIGH");
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void aLinkedWorkingTreeHasItsOwnIndex() {
        Path linked = tree.folder().resolveSibling(tree.folder().getFileName() + "-linked");
        tree.git("worktree", "add", "--quiet", "-b", "second", linked.toString());
        var second = new WorkingTree(linked);
        second.write("db/V3__index.sql", INDEX);
        second.git("add", "--all");
        assertThat(staged(linked).out()).contains("V3__index.sql:1:1: HIGH");
        assertThat(staged().out()).contains("0 migrations");
        tree.git("worktree", "remove", "--force", linked.toString());
    }

    @Test
    void hostileFileNamesAreOnlyNames() {
        tree.write("db/V3__\n\u001b[31m \"q\" *? é.sql", INDEX);
        Run untracked = since("main");
        assertThat(untracked.out()).contains("HIGH blocking-index-creation").doesNotContain("\u001b");
        tree.git("add", "--all");
        assertThat(staged().out()).contains("HIGH blocking-index-creation");
        assertThat(since("main").out()).contains("HIGH blocking-index-creation");
    }

    @Test
    void nothingThatARepositoryConfiguresIsRun() {
        Path mark = tree.folder().resolveSibling(tree.folder().getFileName() + "-mark");
        tree.git("config", "core.fsmonitor", "touch " + mark + ";");
        tree.git("config", "core.pager", "touch " + mark);
        tree.git("config", "diff.external", "touch " + mark);
        tree.git("config", "diff.relative", "true");
        tree.write("db/V3__index.sql", INDEX);
        assertThat(since("main").exitCode()).isEqualTo(1);
        assertThat(mark).doesNotExist();
    }

    @Test
    void aShallowCloneIsToldToFetchMore() throws IOException {
        tree.write("db/V3__index.sql", INDEX);
        tree.commit();
        tree.git("checkout", "--quiet", "main");
        tree.write("db/V9__main.sql", SAFE);
        tree.commit();
        Path clone =
                Files.createDirectory(tree.folder().resolveSibling(tree.folder().getFileName() + "-shallow"));
        var shallow = new WorkingTree(clone);
        shallow.git("clone", "--quiet", "--depth=1", "--no-single-branch", "file://" + tree.folder(), ".");
        shallow.git("checkout", "--quiet", "feature");
        Run run = since("origin/main", clone);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("this clone is shallow").contains("git fetch --unshallow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "-x", "", "main nope", "$(touch x)"})
    void anUnknownRevisionIsWrongUsage(String revision) {
        Run run = since(revision);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("revision").hasLineCount(1);
    }

    @Test
    void withoutARepositoryFilesMustBeNamed(@TempDir Path elsewhere) {
        Run run = since("main", elsewhere);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not in a git repository").hasLineCount(1);
        assertThat(staged(elsewhere).exitCode()).isEqualTo(2);
    }

    @Test
    void theTwoExcludeEachOtherAndStandardInput() {
        assertThat(check(List.of("--since", "main", "--staged")).err()).contains("exclude each other");
        assertThat(Run.withInput("SELECT 1", "check", "--staged", "-").exitCode())
                .isEqualTo(2);
    }

    @Test
    void onAStartingSchemaOnlyTheChangesArePlayed() {
        Path schema = tree.write("schema.txt", ORDERS);
        tree.write("db/V3__index.sql", INDEX);
        Run run = Run.of("check", "--since", "main", "--schema", schema, tree.folder());
        assertThat(run.out())
                .contains("no history, 1 migration changed since main")
                .contains("on the schema of " + schema)
                .contains("HIGH      blocking-index-creation")
                .contains("1 finding");
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git makes of a baseline that two branches change. */
class BaselineMergeTest {
    @TempDir
    Path folder;

    private WorkingTree tree;
    private Path db;
    private Path file;

    @BeforeEach
    void acceptOnTheMainBranch() {
        tree = WorkingTree.init(folder);
        db = folder.resolve("db");
        file = folder.resolve("migralint-baseline.json");
        tree.write("db/V01__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int);\n");
        tree.write("db/V05__truncate.sql", "TRUNCATE orders;\n");
        Run.of("baseline", "create", db);
        tree.commit();
    }

    @Test
    void anEntryMoreIsALineMoreWhereverItStands() {
        accept("V03__first.sql");
        assertThat(tree.git("diff", "--numstat")).startsWith("1\t0\tmigralint-baseline.json");
        tree.commit();
        accept("V09__last.sql");
        assertThat(tree.git("diff", "--numstat")).startsWith("1\t0\tmigralint-baseline.json");
    }

    @Test
    void entriesAtDifferentPlacesMergeByThemselves() {
        branchesAccept("V03__first.sql", "V09__last.sql");
        tree.git("merge", "--quiet", "--no-edit", "other");
        assertThat(Run.of("check", db).out()).startsWith("no findings").contains("3 in the baseline");
    }

    @Test
    void entriesAtTheSamePlaceMergeWhenGitKeepsBoth() throws IOException {
        tree.write(".gitattributes", "migralint-baseline.json merge=union\n");
        tree.commit();
        branchesAccept("V10__theirs.sql", "V11__ours.sql");
        tree.git("merge", "--quiet", "--no-edit", "other");
        assertThat(Run.of("check", db).out()).startsWith("no findings").contains("3 in the baseline");
        Run.of("baseline", "update", db);
        assertThat(Files.readString(file).lines().filter(line -> line.contains("{}")))
                .hasSize(1);
    }

    @Test
    void aConflictIsToldAsSuch() {
        branchesAccept("V10__theirs.sql", "V11__ours.sql");
        assertThatThrownBy(() -> tree.git("merge", "--quiet", "--no-edit", "other"))
                .hasMessageContaining("CONFLICT");
        Run run = Run.of("check", db);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("migralint-baseline.json:5:1: a merge conflict is not resolved");
    }

    private void branchesAccept(String theirs, String ours) {
        tree.git("switch", "--quiet", "--create", "other");
        accept(theirs);
        tree.commit();
        tree.git("switch", "--quiet", "main");
        accept(ours);
        tree.commit();
    }

    private void accept(String name) {
        tree.write("db/" + name, "TRUNCATE orders;\n");
        assertThat(Run.of("baseline", "update", db).out()).contains("1 added, 0 dropped");
    }
}

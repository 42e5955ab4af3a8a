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

/** Which entries of a baseline stand for nothing any more, and which nobody can know of. */
class BaselineStaleTest {
    private static final String STALE = "of which nothing is left";

    @TempDir
    Path folder;

    private WorkingTree tree;

    @BeforeEach
    void acceptThreeFindings() {
        tree = WorkingTree.init(folder);
        tree.write("db/V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, a int, b int);\n");
        tree.write("db/V2__index.sql", "CREATE INDEX orders_a_idx ON orders (a);\n");
        tree.write("db/V3__drop.sql", "ALTER TABLE orders DROP COLUMN b;\n");
        tree.write("db/V4__truncate.sql", "TRUNCATE orders;\n");
        assertThat(baseline("create", folder.resolve("db"))).contains("3 findings accepted in 3 files");
        tree.commit();
    }

    @Test
    void nothingIsStaleWhereNothingChanged() {
        assertThat(check("db")).doesNotContain(STALE).contains("3 in the baseline");
    }

    @Test
    void aStatementThatIsNoLongerDangerousIsTold() {
        mend();
        Run run = Run.of("check", folder.resolve("db"), "--format", "concise");
        assertThat(run.out())
                .contains("The baseline has 1 entry of which nothing is left (db/V2__index.sql blocking-index-creation"
                        + " orders.orders_a_idx): migralint baseline prune drops it.");
        assertThat(run.exitCode()).isZero();
        assertThat(Run.of("check", folder.resolve("db"), "-q").out()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsTold() throws IOException {
        Files.delete(folder.resolve("db/V4__truncate.sql"));
        assertThat(check("db")).contains("1 entry " + STALE + " (db/V4__truncate.sql truncated-table");
        for (String name : List.of("V2__index.sql", "V3__drop.sql")) {
            Files.delete(folder.resolve("db").resolve(name));
        }
        assertThat(check("db")).contains("3 entries " + STALE).contains("prune drops them.");
    }

    @Test
    void aRuleThatDoesNotExistIsTold() throws IOException {
        Path file = folder.resolve("migralint-baseline.json");
        String former =
                "    {\"file\": \"db/V4__truncate.sql\", \"rule\": \"former-rule\", \"object\": \"\", \"fingerprint\": \""
                        + "0".repeat(32) + ":1\"},\n";
        Files.writeString(file, Files.readString(file).replace("    {}\n", former + "    {}\n"));
        assertThat(check("db")).contains("1 entry " + STALE + " (db/V4__truncate.sql former-rule");
    }

    @Test
    void aRunOverLessKnowsOfNothing() throws IOException {
        mend();
        Files.createDirectories(folder.resolve("other"));
        assertThat(check("db/V2__index.sql")).doesNotContain(STALE);
        assertThat(check("other")).doesNotContain(STALE);
        assertThat(check("db", "--since", "HEAD")).doesNotContain(STALE);
        tree.git("add", "--all");
        assertThat(check("db", "--staged")).doesNotContain(STALE);
        assertThat(check("db", "--select", "truncated-table")).doesNotContain(STALE);
        assertThat(check("db", "--ignore", "blocking-index-creation")).doesNotContain(STALE);
        tree.write("migralint.toml", "exclude = [\"V2__index.sql\"]\n");
        assertThat(check("db")).doesNotContain(STALE);
        tree.write("migralint.toml", "start-after = 3\n");
        assertThat(check("db")).doesNotContain(STALE);
        tree.write("migralint.toml", "");
        assertThat(check("db")).contains(STALE);
    }

    @Test
    void pruneDropsAndAddsNothing() throws IOException {
        mend();
        tree.write("db/V5__again.sql", "TRUNCATE orders;\n");
        assertThat(baseline("prune", folder.resolve("db"))).contains("1 dropped, 2 findings left");
        assertThat(baseline("prune", folder.resolve("db"))).contains("nothing is stale, 2 findings");
        assertThat(entries()).hasSize(2).noneMatch(line -> line.contains("V2__") || line.contains("V5__"));
        Run run = Run.of("baseline", "prune", folder.resolve("db/V3__drop.sql"));
        assertThat(run.err()).contains("name a folder");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void updateAddsAndDrops() throws IOException {
        mend();
        tree.write("db/V5__again.sql", "TRUNCATE orders;\n");
        assertThat(baseline("update", folder.resolve("db"))).contains("1 added, 1 dropped, 3 findings now");
        assertThat(entries()).noneMatch(line -> line.contains("V2__")).anyMatch(line -> line.contains("V5__"));
        byte[] before = Files.readAllBytes(folder.resolve("migralint-baseline.json"));
        assertThat(baseline("update", folder.resolve("db"))).contains("nothing to change, 3 findings");
        assertThat(Files.readAllBytes(folder.resolve("migralint-baseline.json")))
                .isEqualTo(before);
    }

    @Test
    void anUpdateOfLessLeavesTheRestAlone() throws IOException {
        mend();
        tree.write("db/V5__again.sql", "TRUNCATE orders;\n");
        tree.write("db/V6__drop.sql", "ALTER TABLE orders DROP COLUMN a;\n");
        assertThat(baseline("update", folder.resolve("db/V5__again.sql")))
                .contains("1 added, 0 dropped, 4 findings now");
        assertThat(baseline("update", folder.resolve("db"), "--select", "immediate-column-drop"))
                .contains("1 added, 0 dropped, 5 findings now");
        assertThat(entries()).anyMatch(line -> line.contains("V2__")).anyMatch(line -> line.contains("V4__"));
    }

    private void mend() {
        tree.write("db/V2__index.sql", "SELECT 1;\n");
    }

    private String check(String path, Object... options) {
        var words = new ArrayList<Object>(
                List.of("check", folder.resolve(path), "--format", "concise", "--fail-on", "never"));
        words.addAll(List.of(options));
        Run run = Run.of(words.toArray());
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static String baseline(Object... arguments) {
        var words = new ArrayList<Object>(List.of("baseline"));
        words.addAll(List.of(arguments));
        Run run = Run.of(words.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private List<String> entries() throws IOException {
        return Files.readAllLines(folder.resolve("migralint-baseline.json")).stream()
                .filter(line -> line.contains("\"file\""))
                .toList();
    }
}

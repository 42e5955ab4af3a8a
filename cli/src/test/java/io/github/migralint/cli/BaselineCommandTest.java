package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file is a baseline, who writes it, and what is told when it cannot be used. */
class BaselineCommandTest {
    private static final String FILE = "migralint-baseline.json";
    private static final String EMPTY = "{\"version\": 1, \"entries\": []}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void twoServicesInOneRepository() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        ShopFolder.in(Files.createDirectory(folder.resolve("a")));
        ShopFolder.in(Files.createDirectory(folder.resolve("b")));
    }

    @Test
    void itIsWrittenToTheRootOfTheRepositoryAndNeverOver() throws IOException {
        assertThat(baseline("create", "a").exitCode()).isZero();
        byte[] first = Files.readAllBytes(folder.resolve(FILE));
        Run again = baseline("create", "a");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("exists already: migralint baseline update adds");
        assertThat(Files.readAllBytes(folder.resolve(FILE))).isEqualTo(first);
        Files.delete(folder.resolve(FILE));
        baseline("create", "a");
        assertThat(Files.readAllBytes(folder.resolve(FILE))).isEqualTo(first);
    }

    @Test
    void eachConfigurationHasItsOwn() throws IOException {
        Files.writeString(folder.resolve("a/migralint.toml"), "");
        Files.writeString(folder.resolve("b/migralint.toml"), "");
        Run run = baseline("create", "a", "b/db");
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.endsWith("1 finding accepted in 1 file"));
        assertThat(folder.resolve("a").resolve(FILE)).exists();
        assertThat(folder.resolve("b").resolve(FILE)).exists();
        assertThat(folder.resolve(FILE)).doesNotExist();
        assertThat(check("a", "b").out()).startsWith("no findings").contains("2 in the baseline");
        Files.writeString(folder.resolve("a").resolve(FILE), EMPTY);
        assertThat(check("a", "b").out()).contains("1 finding (1 high)").contains("1 in the baseline");
    }

    @Test
    void theSearchEndsAtTheConfigurationThatHolds() throws IOException {
        baseline("create", "a", "b");
        assertThat(check("b/db").out()).startsWith("no findings");
        Files.writeString(folder.resolve("b/migralint.toml"), "");
        assertThat(check("b/db").out()).contains("1 finding (1 high)");
        assertThat(check("a/db").out()).startsWith("no findings");
    }

    @Test
    void theConfigurationMayNameIt() throws IOException {
        Files.writeString(folder.resolve("a/migralint.toml"), "baseline = \"accepted/all.json\"\n");
        assertThat(check("a").exitCode()).isEqualTo(2);
        assertThat(check("a").err()).contains("all.json does not exist: migralint baseline create writes it");
        Files.createDirectory(folder.resolve("a/accepted"));
        assertThat(baseline("create", "a").exitCode()).isZero();
        assertThat(folder.resolve("a/accepted/all.json")).exists();
        assertThat(check("a").exitCode()).isZero();
        assertThat(check("a", "--isolated").exitCode()).isEqualTo(1);
        assertThat(check("a", "--no-baseline").exitCode()).isEqualTo(1);
    }

    @Test
    void theCommandLineMayNameIt() throws IOException {
        Path named = folder.resolve("named.json");
        assertThat(Run.of("baseline", "create", folder.resolve("a"), "--baseline", named)
                        .exitCode())
                .isZero();
        assertThat(check("a").exitCode()).isEqualTo(1);
        assertThat(Run.of("check", folder.resolve("a"), "--baseline", named).exitCode())
                .isZero();
        assertThat(Run.of("check", folder.resolve("a"), "--baseline", named, "--isolated")
                        .exitCode())
                .isZero();
        Run both = Run.of("check", folder.resolve("a"), "--baseline", named, "--no-baseline");
        assertThat(both.err()).contains("--baseline and --no-baseline exclude each other");
        assertThat(both.exitCode()).isEqualTo(2);
        Files.delete(named);
        Run missing = Run.of("baseline", "update", folder.resolve("a"), "--baseline", named);
        assertThat(missing.err()).contains("does not exist: migralint baseline create writes it");
        assertThat(missing.exitCode()).isEqualTo(2);
    }

    @Test
    void aBadOneIsWrongUsage() throws IOException {
        Files.writeString(folder.resolve(FILE), "{\n  \"version\": 7\n}\n");
        Run run = check("a");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(FILE + ":2:14: version 7 is unknown");
        assertThat(check("a", "--no-baseline").exitCode()).isEqualTo(1);
        assertThat(baseline("update", "a").exitCode()).isEqualTo(2);
    }

    @Test
    void nothingIsWrittenWhereNotEverythingCouldBeRead() throws IOException {
        Run missing = baseline("create", "a", "nowhere");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere does not exist").contains(FILE + " was not written");
        Files.createDirectory(folder.resolve("empty"));
        Run nothing = baseline("create", "empty");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("no migrations");
        assertThat(folder.resolve(FILE)).doesNotExist();
    }

    @Test
    void theVerbsAreCommandsOfTheirOwn() {
        Run alone = Run.of("baseline");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).startsWith("Usage: migralint baseline COMMAND").contains("create", "update", "prune");
        assertThat(Run.of("baseline", "--help").out()).isEqualTo(alone.err());
        assertThat(Run.of("baseline", "--help").exitCode()).isZero();
        assertThat(Run.of("baseline", "create", "--help").out()).startsWith("Usage: migralint baseline create");
        assertThat(Run.of("help", "baseline", "prune").out()).startsWith("Usage: migralint baseline prune");
        assertThat(Run.of("baseline", "creat").err())
                .contains("unknown command creat; did you mean create? (commands: create, update, prune)");
        assertThat(Run.of("baseline", "prune", "--sincee", "x").err()).contains("unknown option --sincee");
    }

    private Run check(String... words) {
        Object[] arguments = new Object[words.length + 3];
        arguments[0] = "check";
        arguments[1] = "--format";
        arguments[2] = "concise";
        System.arraycopy(resolved(words), 0, arguments, 3, words.length);
        return Run.of(arguments);
    }

    private Run baseline(String verb, String... words) {
        Object[] arguments = new Object[words.length + 2];
        arguments[0] = "baseline";
        arguments[1] = verb;
        System.arraycopy(resolved(words), 0, arguments, 2, words.length);
        return Run.of(arguments);
    }

    private Object[] resolved(String... words) {
        var resolved = new Object[words.length];
        for (int i = 0; i < words.length; i++) {
            resolved[i] = words[i].startsWith("-") ? words[i] : folder.resolve(words[i]);
        }
        return resolved;
    }
}

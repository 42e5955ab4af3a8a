package io.github.migralint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migralint.triage.Baseline;
import io.github.migralint.triage.BaselineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef";
    private static final BaselineEntry FIRST = new BaselineEntry("db/V1__a.sql", "a-rule", "t.\"x\"", HASH + ":2");
    private static final BaselineEntry SECOND = new BaselineEntry("db/V1__a.sql", "a-rule", "t.\"x\"", HASH + ":10");
    private static final BaselineEntry THIRD = new BaselineEntry("db/V2__ü\n.sql", "a-rule", "", HASH + ":1");

    @TempDir
    Path folder;

    private BaselineFile file;

    @BeforeEach
    void name() {
        file = new BaselineFile(folder.resolve(BaselineFile.NAME));
    }

    @Test
    void entriesAreSortedLinesOfWhichNoneDependsOnAnother() throws IOException {
        file.create(baseline(THIRD, SECOND, FIRST, SECOND));
        assertThat(Files.readString(file.path())).isEqualTo("""
                {
                  "version": 1,
                  "entries": [
                    {"file": "db/V1__a.sql", "rule": "a-rule", "object": "t.\\"x\\"", "fingerprint": "HASH:2"},
                    {"file": "db/V1__a.sql", "rule": "a-rule", "object": "t.\\"x\\"", "fingerprint": "HASH:10"},
                    {"file": "db/V2__ü\\n.sql", "rule": "a-rule", "object": "", "fingerprint": "HASH:1"},
                    {}
                  ]
                }
                """.replace("HASH", HASH));
        assertThat(file.read().entries()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void whatAMergeLeavesIsUnderstood() throws IOException {
        String line = "{\"file\": \"b\", \"rule\": \"r\", \"object\": \"\", \"fingerprint\": \"" + HASH + ":1\"},";
        write("{\"version\": 1, \"entries\": [\n" + line + line + "{},\n" + line.replace("\"b\"", "\"a\"") + "\n{}]}");
        assertThat(file.read().entries()).extracting(BaselineEntry::file).containsExactly("a", "b");
        write("{\"entries\": [], \"version\": 1}");
        assertThat(file.read().entries()).isEmpty();
    }

    @Test
    void nothingIsWrittenOverByCreate() throws IOException {
        write("mine");
        assertThatThrownBy(() -> file.create(baseline(FIRST)))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("exists already: migralint baseline update");
        assertThat(Files.readString(file.path())).isEqualTo("mine");
        assertThat(names()).containsExactly(BaselineFile.NAME);
    }

    @Test
    void anUpdateKeepsThePlaceAndWhoMayReadIt() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("accepted.json");
        Files.writeString(real, "{}");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.createSymbolicLink(file.path(), real);
        file.update(baseline(FIRST));
        assertThat(file.path()).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw-r--");
        assertThat(file.read().entries()).containsExactly(FIRST);
        assertThat(names()).containsExactly(BaselineFile.NAME, "real");
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        var nowhere = new BaselineFile(folder.resolve("none/at/all.json"));
        assertThatThrownBy(() -> nowhere.create(baseline(FIRST))).hasMessageContaining("cannot write ");
        assertThatThrownBy(() -> nowhere.update(baseline(FIRST))).hasMessageContaining("cannot write ");
        assertThatThrownBy(nowhere::read).hasMessageContaining("does not exist: migralint baseline create writes it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1:1: it is empty",
                "[]|1:1: here should be an object with version and entries",
                "{}|1:2: the version is missing",
                "{\"version\": 1}|there are no entries",
                "{\"version\": 2, \"entries\": []}|1:13: version 2 is unknown, this Migralint knows version 1",
                "{\"version\": \"1\", \"entries\": []}|1:13: here should be the number of the version",
                "{\"version\": 1, \"entry\": []}|1:16: unknown member entry (mend it",
                "{\"version\": 1, \"entries\": {}}|1:27: here should be a list of entries",
                "{\"version\": 1, \"entries\": [1]}|1:28: here should be an entry",
                "{\"version\": 1, \"entries\": [{\"file\": 1}]}|1:37: here should be a text for file",
                "{\"version\": 1, \"entries\": [{\"file\": \"a\"}]}|1:28: the entry has no rule",
                "{\"version\": 1, \"entries\": [{\"files\": \"a\"}]}|1:29: unknown member files; did you mean file?",
                "{\"version\": 1, \"entries\": [{\"fingerprint\": \"a\"}]}|1:44: not a fingerprint",
                "{\"version\": 1, \"entries\": [{\"file\": \"a\", \"file\": \"b\"}]}|not JSON: Duplicate",
                "{\"version\": 1, \"entries\": []} {}|something follows",
                "{\"version\": 1, \"entries\": [|not JSON: Unexpected end",
                "{\"version\": 1, \"entries\": [[[[[[[[[[]]]]]]]]]]}|here should be an entry",
            })
    void aBadOneIsToldWithItsPlaceAndWhatToDo(String content, String complaint) throws IOException {
        write(content);
        assertThatThrownBy(file::read)
                .isInstanceOf(BaselineException.class)
                .hasMessageStartingWith(file.path() + ":")
                .hasMessageContaining(complaint);
    }

    @Test
    void aConflictIsToldAsSuch() throws IOException {
        write("{\n  \"version\": 1,\n<<<<<<< HEAD\n  \"entries\": []\n=======\n}\n");
        assertThatThrownBy(file::read)
                .hasMessageContaining(":3:1: a merge conflict is not resolved")
                .hasMessageContaining("keep the entries of both sides");
    }

    @Test
    void hugeTextsAreRefused() throws IOException {
        write("{\"version\": 1, \"entries\": [{\"file\": \"" + "a".repeat(1 << 17) + "\"}]}");
        assertThatThrownBy(file::read).isInstanceOf(BaselineException.class).hasMessageContaining("not JSON");
    }

    private void write(String content) throws IOException {
        Files.writeString(file.path(), content);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private Baseline baseline(BaselineEntry... entries) {
        return new Baseline(folder, Arrays.asList(entries));
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFilesTest {
    @TempDir
    Path folder;

    @Test
    void everyLineIsAnArgument() throws IOException {
        assertThat(expand("a.sql\n\n# no\r\n  b.sql  \r\n--format=json\n"))
                .containsExactly("a.sql", "b.sql", "--format=json");
    }

    @Test
    void severalArgumentsOnALineAreDividedAsByAShell() throws IOException {
        assertThat(expand("--format json 'a b.sql' \"c\\\"d\" e\\ f '' C:\\x"))
                .containsExactly("--format", "json", "a b.sql", "c\"d", "e f", "", "C:\\x");
    }

    @Test
    void aLineThatNamesAFileIsThatFile() throws IOException {
        Path odd = Files.createFile(folder.resolve("a 'quoted' name.sql"));
        assertThat(expand(odd.toString())).containsExactly(odd.toString());
    }

    @Test
    void thousandsOfNamesAreFine() throws IOException {
        var names = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            names.add("migrations/" + i + ".sql");
        }
        assertThat(expand(String.join("\n", names))).isEqualTo(names);
    }

    @Test
    void aDoubledSignIsAnArgument() {
        assertThat(ArgumentFiles.expand(List.of("@@x", "@", "y"))).containsExactly("@x", "@", "y");
        assertThatThrownBy(() -> ArgumentFiles.expand(List.of("@nowhere.txt")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nowhere.txt");
    }

    private List<String> expand(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), content);
        return ArgumentFiles.expand(List.of("@" + file));
    }
}

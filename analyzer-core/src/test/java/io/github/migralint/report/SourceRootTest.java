package io.github.migralint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootTest {
    @TempDir
    Path folder;

    @Test
    void namesAreRelativeToTheRepositoryFromAnyFolderInIt() throws IOException {
        Files.createDirectories(folder.resolve("repo/.git"));
        Path inside = Files.createDirectories(folder.resolve("repo/shop/db"));
        SourceRoot root = SourceRoot.around(inside);
        assertThat(root.uri("V1.sql")).isEqualTo("shop/db/V1.sql");
        assertThat(root.uri("../V1.sql")).isEqualTo("shop/V1.sql");
        assertThat(root.uri("./V1.sql")).isEqualTo("shop/db/V1.sql");
        assertThat(root.uri(inside.resolve("V1.sql").toString())).isEqualTo("shop/db/V1.sql");
    }

    @Test
    void withoutARepositoryTheyAreRelativeToTheWorkingFolder() {
        SourceRoot root = new SourceRoot(folder, folder);
        assertThat(root.uri("db/V1.sql")).isEqualTo("db/V1.sql");
    }

    @Test
    void aFileElsewhereKeepsItsNameOnly() {
        SourceRoot root = new SourceRoot(folder, folder);
        assertThat(root.uri("/somewhere/else/V1.sql")).isEqualTo("V1.sql");
        assertThat(root.uri("../../V1.sql")).isEqualTo("V1.sql");
    }

    @Test
    void whatHasAMeaningInUrisIsEncoded() {
        SourceRoot root = new SourceRoot(folder, folder);
        assertThat(root.uri("db files/größe #1 100%.sql")).isEqualTo("db%20files/gr%C3%B6%C3%9Fe%20%231%20100%25.sql");
        assertThat(root.uri("a:b/c.sql")).isEqualTo("a:b/c.sql");
    }
}

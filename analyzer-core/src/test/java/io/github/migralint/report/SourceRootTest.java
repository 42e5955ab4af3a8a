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
        assertThat(root.uri("a:b/c+d (1).sql")).isEqualTo("a%3Ab/c+d%20(1).sql");
        assertThat(root.uri("[a]?.sql")).isEqualTo("%5Ba%5D%3F.sql");
        assertThat(root.uri("e\u0301.sql")).isEqualTo("e%CC%81.sql");
        assertThat(root.uri("\u00e9.sql")).isEqualTo("%C3%A9.sql");
    }

    @Test
    void linksAreFollowedToTheFileThatTheRepositoryHolds() throws IOException {
        Files.createDirectories(folder.resolve("repo/.git"));
        Files.createDirectories(folder.resolve("repo/shop/db"));
        Files.writeString(folder.resolve("repo/shop/db/V1.sql"), "");
        Files.createSymbolicLink(folder.resolve("repo/migrations"), folder.resolve("repo/shop/db"));
        Files.createSymbolicLink(folder.resolve("elsewhere"), folder.resolve("repo"));
        SourceRoot root = SourceRoot.around(folder.resolve("repo"));
        assertThat(root.uri("migrations/V1.sql")).isEqualTo("shop/db/V1.sql");
        assertThat(root.uri("migrations/V2__new.sql")).isEqualTo("shop/db/V2__new.sql");
        assertThat(root.uri(folder.resolve("elsewhere/shop/db/V1.sql").toString()))
                .isEqualTo("shop/db/V1.sql");
        assertThat(SourceRoot.around(folder.resolve("elsewhere")).uri("shop/db/V1.sql"))
                .isEqualTo("shop/db/V1.sql");
    }

    @Test
    void aLinkOutOfTheRepositoryIsNamedAsTheRepositoryHoldsIt() throws IOException {
        Files.createDirectories(folder.resolve("repo/.git"));
        Files.writeString(folder.resolve("V1.sql"), "");
        Files.createSymbolicLink(folder.resolve("repo/V1__link.sql"), folder.resolve("V1.sql"));
        assertThat(SourceRoot.around(folder.resolve("repo")).uri("V1__link.sql"))
                .isEqualTo("V1__link.sql");
    }

    @Test
    void aFileOfAnotherRepositoryIsNamedFromTheRootOfThat() throws IOException {
        Files.createDirectories(folder.resolve("other/.git"));
        Files.createDirectories(folder.resolve("other/db"));
        Files.createDirectories(folder.resolve("here"));
        SourceRoot root = SourceRoot.around(folder.resolve("here"));
        assertThat(root.uri("../other/db/V1.sql")).isEqualTo("db/V1.sql");
        assertThat(root.uri(folder.resolve("other/db/V1.sql").toString())).isEqualTo("db/V1.sql");
        assertThat(SourceRoot.around(folder).uri("other/db/V1.sql")).isEqualTo("db/V1.sql");
    }
}

package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of cutting, over real files of every engine; runs where a corpus is given. */
class CorpusLawTest {
    @Test
    void nothingIsLostInRealFiles() throws IOException {
        String corpus = System.getProperty("migralint.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus given");
        List<Path> files;
        try (var paths = Files.walk(Path.of(corpus))) {
            files = paths.filter(path -> path.toString().endsWith(".sql") && Files.isRegularFile(path))
                    .toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            SourceText source = SourceText.of(file.toString(), bytes);
            CutLaw.check(source, source.span(), StatementCutter.cut(source, PostgresqlLexicon.LEXICON));
            CutLaw.check(source, source.span(), StatementCutter.cut(source, MysqlText.MYSQL));
            CutLaw.check(source, source.span(), StatementCutter.cut(source, MysqlText.MARIADB));
            assertThat(source.byteOffset(source.text().length())).isEqualTo(bytes.length);
        }
        assertThat(files).isNotEmpty();
    }
}

package io.github.migralint.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.source.Cut;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.StatementCutter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statement boundaries in real migrations, as the real parser sees them; runs where a corpus with its oracle is given. */
class CorpusBoundariesTest {
    private final List<String> different = new ArrayList<>();
    private int files;
    private int statements;

    @Test
    void statementsBeginAndEndWhereTheServerSaysSo() throws IOException {
        String corpus = System.getProperty("migralint.corpus", "");
        String oracle = System.getProperty("migralint.oracle", "");
        assumeFalse(corpus.isEmpty() || oracle.isEmpty(), "no corpus given");
        try (var projects = Files.list(Path.of(oracle))) {
            for (Path project : projects.sorted().toList()) {
                String name = project.getFileName().toString();
                JsonNode expected = name.endsWith(".json")
                        ? new ObjectMapper().readTree(project.toFile()).path("files")
                        : new ObjectMapper().createObjectNode();
                Path folder = Path.of(corpus).resolve(name.replace(".json", ""));
                for (Map.Entry<String, JsonNode> file : expected.properties()) {
                    // files for other engines say nothing about PostgreSQL, and UTF-16 was not read
                    if (!file.getValue().has("engine")
                            && !file.getValue().path("st").asText().equals("utf16")) {
                        compare(folder.resolve(file.getKey()), file.getValue());
                    }
                }
            }
        }
        assertThat(files).as("files compared").isGreaterThan(0);
        assertThat(different)
                .as("of %d files, %d statements", files, statements)
                .isEmpty();
    }

    private void compare(Path file, JsonNode expected) throws IOException {
        SourceText source = SourceText.of(file.toString(), Files.readAllBytes(file));
        var found = new ArrayList<String>();
        for (Section section : SectionMarkers.sections(source, "postgresql")) {
            Cut cut = StatementCutter.cut(source, section.span(), PostgresqlLexicon.LEXICON);
            cut.pieces()
                    .forEach(piece -> found.add(source.byteOffset(piece.span().start()) + "-"
                            + source.byteOffset(piece.span().end())));
        }
        var wanted = new ArrayList<String>();
        expected.path("s")
                .forEach(row -> wanted.add(row.get(0).asInt() + "-" + row.get(1).asInt()));
        expected.path("e")
                .forEach(row -> wanted.add(row.get(0).asInt() + "-" + row.get(1).asInt()));
        files++;
        statements += wanted.size();
        wanted.sort(String::compareTo);
        found.sort(String::compareTo);
        if (!wanted.equals(found)) {
            different.add(file + ": " + expected.path("st").asText());
        }
    }
}

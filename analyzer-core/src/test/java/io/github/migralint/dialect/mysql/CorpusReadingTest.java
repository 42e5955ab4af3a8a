package io.github.migralint.dialect.mysql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.Script;
import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.fixtures.Json;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real migrations for MySQL and MariaDB: nearly every statement is read, and no character of a file is lost. */
final class CorpusReadingTest {
    /** In percent; the rest are statements that no server takes. */
    private static final double LEAST_READ = 99.5;

    private static final Duration LONGEST_FILE = Duration.ofSeconds(20);
    private static final int LONGEST_QUOTE = 120;
    private static final String READ = "statements read";
    private static final String WHOLE = "files of which nothing is lost";

    private final MysqlDialect dialect = new MysqlDialect(Flavor.MYSQL);
    private final AgreementTable table = new AgreementTable("Statements of MySQL and MariaDB that are read", "project");

    @Test
    void readsRealMigrations() throws IOException {
        String corpus = System.getProperty("migralint.corpus", "");
        if (corpus.isEmpty() && System.getenv("CI") != null) {
            fail("no corpus: give -Dmigralint.corpus");
        }
        assumeTrue(!corpus.isEmpty(), "not run: no -Dmigralint.corpus given");
        Path root = Path.of(corpus);
        Object manifest = Json.parse(Files.readString(root.resolve("manifest.json")));
        for (Object project : Json.array(requireNonNull(Json.object(manifest).get("projects")))) {
            String name = String.valueOf(Json.object(project).get("name"));
            for (Object file : Json.array(requireNonNull(Json.object(project).get("files")))) {
                List<Object> entry = Json.array(file);
                String path = String.valueOf(entry.getFirst());
                if (isOfThisEngine(String.valueOf(entry.get(1))) && path.endsWith(".sql")) {
                    read(name, path, root.resolve(name).resolve(path));
                }
            }
        }
        table.publish("mysql-parser");
        assertThat(table.total(READ).compared()).isGreaterThan(1000);
        assertThat(table.total(READ).percent())
                .as("see target/agreement/mysql-parser.md")
                .isGreaterThanOrEqualTo(LEAST_READ);
        assertThat(table.total(WHOLE).percent()).isEqualTo(100);
    }

    private static boolean isOfThisEngine(String engine) {
        return engine.equals("mysql") || engine.equals("mariadb");
    }

    private void read(String project, String path, Path file) throws IOException {
        SourceText source = SourceText.of(path, Files.readAllBytes(file));
        Script script = assertTimeoutPreemptively(
                LONGEST_FILE, () -> dialect.parse(source, source.span(), dialect.defaultVersion()), path);
        for (Statement statement : script.statements()) {
            boolean read = !(statement instanceof Unparsed);
            table.count(project, READ, read);
            if (statement instanceof Unparsed unparsed) {
                table.difference(unparsed.problem() + ": " + quote(source, statement.span()), project + "/" + path);
            }
        }
        List<String> lost = lost(source, script);
        table.count(project, WHOLE, lost.isEmpty());
        lost.forEach(text -> table.difference("lost: " + text, project + "/" + path));
    }

    private static String quote(SourceText source, Span span) {
        String text = source.text().substring(span.start(), span.end()).replaceAll("\\s+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
    }

    /** Text that is neither blank, semicolon, statement, comment, skipped nor a problem. */
    private static List<String> lost(SourceText source, Script script) {
        var seen = new BitSet(source.text().length());
        script.statements().forEach(statement -> mark(seen, statement.span()));
        script.comments().forEach(comment -> mark(seen, comment.span()));
        script.skipped().forEach(skipped -> mark(seen, skipped.span()));
        script.problems().forEach(problem -> mark(seen, problem.span()));
        List<String> lost = new ArrayList<>();
        for (int i = seen.nextClearBit(0); i < source.text().length(); i = seen.nextClearBit(i + 1)) {
            char c = source.text().charAt(i);
            if (!Character.isWhitespace(c) && c != ';' && c != '\uFEFF') {
                lost.add(quote(source, new Span(i, Math.min(source.text().length(), i + LONGEST_QUOTE))));
                return lost;
            }
        }
        return lost;
    }

    private static void mark(BitSet seen, Span span) {
        seen.set(span.start(), span.end());
    }
}

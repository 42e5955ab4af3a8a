package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements of every kind that PostgreSQL knows, each with PostgreSQL's own name for it. */
final class StatementKindTest {
    /** A line of the table. */
    record Line(String kind, String sql) {
        @Override
        public String toString() {
            return kind + ": " + sql;
        }
    }

    static List<Line> statements() {
        try (var reader = new BufferedReader(new InputStreamReader(
                StatementKindTest.class.getResourceAsStream("statement-kinds.tsv"), StandardCharsets.UTF_8))) {
            Stream<String> lines = reader.lines().filter(line -> !line.isBlank());
            return lines.map(line -> line.split("\t", 2))
                    .map(fields -> new Line(fields[0], fields[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsStatementsOfEveryKind(Line line) {
        assertThat(StatementKinds.kindOf(Sql.statement(line.sql()))).isEqualTo(line.kind());
    }

    @Test
    void knowsEnoughKinds() {
        assertThat(statements().stream().map(Line::kind).distinct()).hasSizeGreaterThan(100);
    }
}

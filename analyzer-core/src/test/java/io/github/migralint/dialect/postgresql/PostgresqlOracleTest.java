package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.fixtures.OracleCorpus;
import io.github.migralint.fixtures.OracleCorpus.OracleFailure;
import io.github.migralint.fixtures.OracleCorpus.OracleFile;
import io.github.migralint.fixtures.OracleCorpus.OracleStatement;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.Section;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.StatementCutter;
import io.github.migralint.source.StatementPiece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Holds the parser to PostgreSQL's own over any folder of SQL: the same statements to the byte, of the same kind, with the
 * same actions and names; what PostgreSQL rejects is reported, and costs no neighbour.
 */
final class PostgresqlOracleTest {
    /** In percent: of the statements that PostgreSQL accepts. */
    private static final double LEAST_AGREEMENT = 99.5;

    private static final Duration LONGEST_FILE = Duration.ofSeconds(20);
    private static final String BOUNDARIES = "boundaries";
    private static final String KINDS = "kinds";
    private static final String DETAILS = "actions and details";
    private static final String PARTIAL = "beside broken statements";
    private static final String REJECTED = "rejected and reported";
    private static final int LONGEST_QUOTE = 160;

    private final PostgresqlStatementParser parser = new PostgresqlStatementParser();
    private final AgreementTable table =
            new AgreementTable("Statements as PostgreSQL's own parser reads them", "project");

    @Test
    void readsWhatPostgresqlReads() {
        Optional<OracleCorpus> corpus = OracleCorpus.given();
        if (corpus.isEmpty() && System.getenv("CI") != null) {
            fail("no corpus: give -Dmigralint.corpus and -Dmigralint.oracle");
        }
        assumeTrue(corpus.isPresent(), "not run: no -Dmigralint.corpus and -Dmigralint.oracle given");
        for (String project : corpus.get().projects()) {
            corpus.get().files(project).stream()
                    .filter(file -> file.engine().isEmpty())
                    .forEach(this::compare);
        }
        table.publish("parser");
        assertThat(table.total(BOUNDARIES).compared())
                .as("statements of the oracle")
                .isPositive();
        for (String column : List.of(BOUNDARIES, KINDS, DETAILS, PARTIAL)) {
            assertThat(table.total(column).percent())
                    .as("%s: percent that agree, see target/agreement/parser.md", column)
                    .isGreaterThanOrEqualTo(LEAST_AGREEMENT);
        }
    }

    private record Read(StatementPiece piece, Statement statement, int start, int end) {}

    private void compare(OracleFile file) {
        SourceText source = SourceText.of(file.path(), bytes(file));
        Map<Integer, Read> reads = new LinkedHashMap<>();
        for (Read read : assertTimeoutPreemptively(LONGEST_FILE, () -> read(source), file.path())) {
            reads.put(read.start(), read);
        }
        Set<Integer> known = new HashSet<>();
        for (OracleStatement expected : file.statements()) {
            known.add(expected.start());
            Optional<String> difference = difference(file, expected, Optional.ofNullable(reads.get(expected.start())));
            difference.ifPresent(what -> say(file, expected.start(), expected.end(), what));
            if (!file.failures().isEmpty()) {
                table.count(file.project(), PARTIAL, difference.isEmpty());
            }
        }
        for (OracleFailure failure : file.failures()) {
            boolean reported = isReported(failure, reads);
            table.count(file.project(), REJECTED, reported);
            if (!reported) {
                say(file, failure.start(), failure.end(), "swallowed: " + failure.message());
            }
        }
        if (file.failures().isEmpty()) {
            reads.values().stream()
                    .filter(read -> !known.contains(read.start()))
                    .forEach(read -> unexpected(file, read));
        }
    }

    private void unexpected(OracleFile file, Read read) {
        table.count(file.project(), BOUNDARIES, false);
        say(file, read.start(), read.end(), "not a statement of the oracle");
    }

    private static byte[] bytes(OracleFile file) {
        try {
            return Files.readAllBytes(file.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Read> read(SourceText source) {
        List<Read> reads = new ArrayList<>();
        for (Section section : Frameworks.named("plain").orElseThrow().sections(source, "postgresql")) {
            for (StatementPiece piece : StatementCutter.cut(source, section.span(), PostgresqlLexicon.LEXICON)
                    .pieces()) {
                reads.add(new Read(
                        piece,
                        parser.parse(piece),
                        source.byteOffset(piece.span().start()),
                        source.byteOffset(piece.span().end())));
            }
        }
        return reads;
    }

    private static boolean isReported(OracleFailure failure, Map<Integer, Read> reads) {
        return reads.values().stream()
                .anyMatch(read -> read.start() < failure.end()
                        && read.end() > failure.start()
                        && read.statement() instanceof Unparsed);
    }

    /** Compares from the outside in: what is cut wrong is not asked for its kind. */
    private Optional<String> difference(OracleFile file, OracleStatement expected, Optional<Read> found) {
        boolean cut = found.isPresent() && found.get().end() == expected.end();
        table.count(file.project(), BOUNDARIES, cut);
        if (!cut) {
            return Optional.of(
                    found.isEmpty()
                            ? "no statement begins here"
                            : "ends at " + found.get().end() + " instead of " + expected.end());
        }
        Statement statement = found.get().statement();
        String kind = statement instanceof Unparsed unparsed
                ? "not read (" + unparsed.problem() + ")"
                : StatementKinds.kindOf(statement);
        table.count(file.project(), KINDS, kind.equals(expected.kind()));
        if (!kind.equals(expected.kind())) {
            return Optional.of(kind + " instead of " + expected.kind());
        }
        String firstWord = found.get().piece().tokens().get(0).text();
        Object ours = OracleEvening.comparable(OracleDetails.of(statement, firstWord), expected.kind());
        Object theirs = OracleEvening.comparable(expected.details(), expected.kind());
        table.count(file.project(), DETAILS, ours.equals(theirs));
        return ours.equals(theirs) ? Optional.empty() : Optional.of(ours + " instead of " + theirs);
    }

    private void say(OracleFile file, int start, int end, String what) {
        byte[] content = bytes(file);
        String text = new String(content, start, Math.min(end, start + LONGEST_QUOTE) - start, StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ");
        table.difference(what + ": `" + text + "`", file.project() + "/" + file.path() + " at " + start);
    }
}

package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.fixtures.OracleCorpus;
import io.github.migralint.fixtures.OracleCorpus.OracleFailure;
import io.github.migralint.fixtures.OracleCorpus.OracleFile;
import io.github.migralint.fixtures.OracleCorpus.OracleStatement;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.SectionMarkers;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.StatementCutter;
import io.github.migralint.source.StatementPiece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the parser to PostgreSQL's own over real migrations: the same statements to the byte, of the same kind, with the
 * same actions and names. Writes every difference to {@code target/oracle-report.txt}.
 */
final class PostgresqlOracleTest {
    private static final double LEAST_AGREEMENT = 0.995;
    private static final Path REPORT = Path.of("target", "oracle-report.txt");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}|\\{\\{.*?}}");

    /** Figures of one project. */
    private static final class Tally {
        private int statements;
        private int equal;
        private int failures;
        private int reported;
    }

    private final PostgresqlStatementParser parser = new PostgresqlStatementParser();
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Tally> tallies = new TreeMap<>();

    @Test
    void readsWhatPostgresqlReads() throws IOException {
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
        report();
        int statements = tallies.values().stream().mapToInt(t -> t.statements).sum();
        int equal = tallies.values().stream().mapToInt(t -> t.equal).sum();
        assertThat(statements).as("statements of the oracle").isPositive();
        assertThat((double) equal / statements)
                .as("share of %d statements that agree; see %s", statements, REPORT)
                .isGreaterThanOrEqualTo(LEAST_AGREEMENT);
    }

    private record Read(StatementPiece piece, Statement statement, int start, int end) {}

    private void compare(OracleFile file) {
        Tally tally = tallies.computeIfAbsent(file.project(), project -> new Tally());
        SourceText source = SourceText.of(file.path(), bytes(file));
        Map<Integer, Read> reads = new LinkedHashMap<>();
        for (Read read : read(source)) {
            reads.put(read.start(), read);
        }
        Set<Integer> known = new HashSet<>();
        for (OracleStatement expected : file.statements()) {
            tally.statements++;
            known.add(expected.start());
            Optional<String> difference = Optional.ofNullable(reads.get(expected.start()))
                    .map(read -> difference(expected, read))
                    .orElse(Optional.of("no statement begins here"));
            if (difference.isEmpty()) {
                tally.equal++;
            } else {
                say(file, expected.start(), expected.end(), difference.get());
            }
        }
        for (OracleFailure failure : file.failures()) {
            tally.failures++;
            if (isReported(failure, reads)) {
                tally.reported++;
            } else {
                say(file, failure.start(), failure.end(), "swallowed: " + failure.message());
            }
            known.add(failure.start());
        }
        reads.values().stream()
                .filter(read -> !known.contains(read.start()) && file.failures().isEmpty())
                .forEach(read -> say(file, read.start(), read.end(), "not a statement of the oracle"));
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
        for (Section section : SectionMarkers.sections(source, "postgresql")) {
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
                .anyMatch(read -> read.start() >= failure.start()
                        && read.start() < failure.end()
                        && read.statement() instanceof Unparsed);
    }

    private static Optional<String> difference(OracleStatement expected, Read read) {
        if (read.end() != expected.end()) {
            return Optional.of("ends at " + read.end() + " instead of " + expected.end());
        }
        if (read.statement() instanceof Unparsed unparsed) {
            return Optional.of("not read: " + unparsed.problem());
        }
        String kind = StatementKinds.kindOf(read.statement());
        if (!kind.equals(expected.kind())) {
            return Optional.of(kind + " instead of " + expected.kind());
        }
        String firstWord = read.piece().tokens().get(0).text();
        Object ours = comparable(OracleDetails.of(read.statement(), firstWord), expected.kind());
        Object theirs = comparable(expected.details(), expected.kind());
        return ours.equals(theirs) ? Optional.empty() : Optional.of(ours + " instead of " + theirs);
    }

    /** Evens out what the oracle cannot know or tells in a way of its own. */
    private static Object comparable(Object value, String kind) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> facts = new TreeMap<>();
            map.forEach((name, fact) -> facts.put((String) name, comparable(fact, kind)));
            if ("OBJECT_TABCONSTRAINT".equals(facts.get("k")) && kind.equals("RenameStmt")) {
                facts.remove("rt");
            }
            if ("VAR_SET_MULTI".equals(facts.get("k"))) {
                facts.remove("n");
            }
            if (Set.of("OBJECT_CAST", "OBJECT_TRANSFORM", "OBJECT_OPCLASS", "OBJECT_OPFAMILY", "OBJECT_DOMCONSTRAINT")
                    .contains(facts.getOrDefault("k", ""))) {
                facts.remove("n");
                facts.remove("r");
            }
            // Functions with a syntax of their own, such as extract, are found in pg_catalog.
            facts.computeIfPresent("f", (f, name) -> name.toString().replace("pg_catalog.", ""));
            if (facts.get("cons") instanceof List<?> constraints) {
                facts.put(
                        "cons",
                        constraints.stream()
                                .filter(tag -> !((String) tag).startsWith("CONSTR_ATTR"))
                                .toList());
            }
            return facts;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> comparable(element, kind)).toList();
        }
        if (value instanceof String text) {
            String name = PLACEHOLDER
                    .matcher(text)
                    .replaceAll(match -> "p" + "_".repeat(match.group().length() - 1));
            return cutToServerLimit(name);
        }
        return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
    }

    /** The server cuts each part of a name to 63 bytes; the parser keeps what is written. */
    private static String cutToServerLimit(String name) {
        return Stream.of(name.split("\\.", -1))
                .map(part -> part.length() <= 63 ? part : part.substring(0, 63))
                .collect(Collectors.joining("."));
    }

    private void say(OracleFile file, int start, int end, String what) {
        byte[] content = bytes(file);
        String text = new String(content, start, Math.min(end, start + 160) - start, StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ");
        differences.add(file.project() + "/" + file.path() + " @" + start + ": " + what + "\n    " + text);
    }

    private void report() throws IOException {
        var text = new StringBuilder("project statements equal share failures reported\n");
        var all = new Tally();
        tallies.forEach((project, tally) -> {
            line(text, project, tally);
            all.statements += tally.statements;
            all.equal += tally.equal;
            all.failures += tally.failures;
            all.reported += tally.reported;
        });
        line(text, "all", all);
        differences.forEach(difference -> text.append(difference).append('\n'));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, text);
    }

    private static void line(StringBuilder text, String project, Tally tally) {
        text.append(String.format(
                Locale.ROOT,
                "%s %d %d %.4f %d %d%n",
                project,
                tally.statements,
                tally.equal,
                tally.statements == 0 ? 1 : (double) tally.equal / tally.statements,
                tally.failures,
                tally.reported));
    }
}

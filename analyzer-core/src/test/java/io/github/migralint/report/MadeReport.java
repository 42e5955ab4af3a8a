package io.github.migralint.report;

import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Version;
import io.github.migralint.history.History;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.triage.Triaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report made by hand, of findings that say what a test wants. */
final class MadeReport {
    /** A repository in which commands are started in a folder below its root. */
    static final SourceRoot ROOT = new SourceRoot(Path.of("/repo"), Path.of("/repo/service"));

    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Adds a finding on a clause of a file whose every word is {@code words}. */
    MadeReport add(Risk risk, String path, String sql, String clause, String words) {
        SourceText text = SourceText.of(path, sql);
        int start = sql.indexOf(clause);
        var place = new Place(text, new Span(start, start + clause.length()));
        findings.add(new Finding(
                "column-type-rewrite",
                risk,
                place,
                text.span(),
                "orders.total",
                words,
                words + " is wrong.",
                words,
                words,
                List.of(new Fix(words, words), new Fix("next", "SELECT 1;")),
                List.of(words),
                List.of(new Related(path, 1, words))));
        return this;
    }

    /** Adds one that is like others. */
    MadeReport add(Risk risk, String path) {
        return add(risk, path, "DROP TABLE t;\n", "TABLE t", "dropped");
    }

    MadeReport add(Problem problem) {
        problems.add(problem);
        return this;
    }

    Report report() {
        var engine = new Engine("postgresql", "PostgreSQL", new Version(16, 0));
        var history = new History(engine, "--db-version", "Flyway", "file names like V1__x.sql", List.of(), true);
        return new Report(
                history,
                List.of(history),
                List.of(),
                List.of(),
                new Triaged(findings, List.of()),
                problems,
                new Counts(2, 9, 0, 41, 0),
                Optional.of(Risk.HIGH));
    }

    /** What a reporter makes of it. */
    String by(Reporter reporter) {
        var out = new StringBuilder();
        try {
            reporter.write(report(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}

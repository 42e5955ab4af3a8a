package io.github.migralint.report;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What formats tell that know nothing but findings in files: findings, and problems that no finding tells. */
sealed interface Entry {
    /** The id of its rule, or of what stands for one. */
    String rule();

    /** How bad it is. */
    Risk risk();

    /** The path of its file as the report names it. */
    String path();

    /** Where it is in the file; nowhere when it is about the whole file. */
    Optional<Place> place();

    /** What is wrong, and what it blocks, in one line that can be shown anywhere. */
    String message();

    /** The line and column where it begins; the first ones when it is about the whole file. */
    default Position position() {
        return place().map(place -> place.text().position(place.span().start())).orElse(new Position(1, 1));
    }

    /**
     * A finding.
     *
     * @param finding what was found
     * @param path of its file
     */
    record Danger(Finding finding, String path) implements Entry {
        @Override
        public String rule() {
            return finding.rule();
        }

        @Override
        public Risk risk() {
            return finding.risk();
        }

        @Override
        public Optional<Place> place() {
            return Optional.of(finding.place());
        }

        @Override
        public String message() {
            String blocked = PlainText.sentence("Blocked: ", finding.blocks());
            return Visible.line(finding.message() + (blocked.isEmpty() ? "" : " " + blocked));
        }
    }

    /**
     * Something that kept a file, or a part of it, from being analyzed.
     *
     * @param problem what happened
     */
    record Trouble(Problem problem) implements Entry {
        @Override
        public String rule() {
            return problem.kind().rule();
        }

        @Override
        public Risk risk() {
            return problem.kind().risk();
        }

        @Override
        public String path() {
            return problem.file();
        }

        @Override
        public Optional<Place> place() {
            return problem.place();
        }

        @Override
        public String message() {
            return Visible.line(problem.message());
        }
    }

    /**
     * What a report tells of files that are there, findings first. What is wrong with the call or with Migralint itself has
     * no file: it is told on standard error and by the exit code.
     *
     * @param naming gives the path of a file by its display path
     */
    static List<Entry> of(Report report, UnaryOperator<String> naming) {
        var entries = new ArrayList<Entry>();
        report.findings()
                .forEach(finding -> entries.add(
                        new Danger(finding, naming.apply(finding.place().text().path()))));
        for (Problem problem : report.untold()) {
            if (!problem.kind().isOfCall() && !problem.file().isEmpty()) {
                entries.add(new Trouble(problem.named(naming.apply(problem.file()))));
            }
        }
        return entries;
    }
}

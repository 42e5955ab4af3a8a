package io.github.migralint.report;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports of small migrations in which every DROP TABLE is found, with as much as a finding can say. */
final class ReportFixture {
    private ReportFixture() {}

    /** Finds each DROP TABLE; it is graver in upper case. */
    private static final class Drops implements Rule {
        @Override
        public RuleInfo info() {
            return new RuleInfo(
                    "a-drop", "Something is dropped.", Category.DATA, Risk.HIGH, true, List.of("postgresql"));
        }

        @Override
        public void check(Step step, Consumer<Finding> report) {
            Span statement = step.statement().span();
            String sql = step.migration().text().slice(statement);
            if (sql.regionMatches(true, 0, "DROP TABLE", 0, 10)) {
                String name = sql.substring(10).replace(";", "").strip();
                report.accept(Finding.at(step, info(), new Span(statement.start() + 5, statement.end()))
                        .risk(sql.startsWith("DROP") ? Risk.HIGH : Risk.LOW)
                        .object(name)
                        .label("dropped with all its rows")
                        .message("The table " + name + " is dropped.")
                        .blocks("everybody who reads " + name)
                        .because("V1 made it")
                        .instead("next release", "-- nobody reads it any more\nDROP TABLE " + name + ";")
                        .note("Rows do not come back.")
                        .related(new Related(step.migration().text().path(), 1, name + " was made here"))
                        .build());
            }
        }
    }

    /** The report of some files of a folder, by their names; what fails is HIGH. */
    static Report report(Path folder, Map<String, String> files) {
        var paths = new ArrayList<Path>();
        files.forEach((name, text) -> paths.add(write(folder.resolve(name), text)));
        return check(paths);
    }

    /** The report of a file that does not exist. */
    static Report missing(Path file) {
        return check(List.of(file));
    }

    private static Report check(List<Path> paths) {
        List<Rule> rules = List.of(new Drops());
        List<RuleInfo> catalogue = rules.stream().map(Rule::info).toList();
        Dialect postgresql = Dialects.all().get(0);
        var request = Request.of(paths, postgresql).build();
        return new Analyzer(rules, catalogue).check(request, Optional.of(Risk.HIGH));
    }

    /** The text that a reporter makes of a report. */
    static String text(Reporter reporter, Report report) {
        var out = new StringBuilder();
        try {
            reporter.write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

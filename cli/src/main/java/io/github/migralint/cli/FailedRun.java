package io.github.migralint.cli;

import io.github.migralint.baseline.BaselineException;
import io.github.migralint.cli.console.Terminal;
import io.github.migralint.config.ConfigurationException;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.dialect.Engine;
import io.github.migralint.history.History;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.triage.Triaged;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reports of runs in which nothing could be checked: without one, the report of an earlier run may be taken for theirs. */
final class FailedRun {
    private FailedRun() {}

    /** What is wrong with a configuration. */
    static Problem problem(ConfigurationException failure) {
        return new Problem(Problem.Kind.CONFIGURATION, failure.file(), failure.place(), sentence(failure.reason()));
    }

    /** What is wrong with the command line. */
    static Problem problem(UsageException failure) {
        return Problem.of(Problem.Kind.CONFIGURATION, "", sentence(failure.reason()));
    }

    /** What is wrong with a baseline. */
    static Problem problem(BaselineException failure) {
        return Problem.of(Problem.Kind.CONFIGURATION, "", sentence(failure.reason()));
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    /** A report that says this, to each output that can. */
    static void tell(
            Problem problem,
            List<ReportOutput> outputs,
            List<RuleInfo> catalogue,
            Function<Terminal, ReportStyle> style) {
        Report report = report(problem, catalogue);
        outputs.stream()
                .filter(output -> output.format().tellsFailure())
                .forEach(output -> output.write(report, style));
    }

    private static Report report(Problem problem, List<RuleInfo> catalogue) {
        Dialect dialect = Dialects.all().getFirst();
        var engine = new Engine(dialect.name(), dialect.label(), dialect.defaultVersion());
        var nothing = new History(engine, "nothing was read", "", "", List.of(), false);
        return new Report(
                nothing,
                List.of(nothing),
                List.of(),
                catalogue,
                new Triaged(List.of(), List.of()),
                List.of(problem),
                Counts.NONE,
                Optional.empty());
    }
}

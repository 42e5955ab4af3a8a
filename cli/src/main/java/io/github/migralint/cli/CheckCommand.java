package io.github.migralint.cli;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.cli.InputOptions.Configured;
import io.github.migralint.cli.console.ConciseReporter;
import io.github.migralint.cli.console.FullReporter;
import io.github.migralint.cli.console.Terminal;
import io.github.migralint.cli.console.Verbosity;
import io.github.migralint.config.Configuration;
import io.github.migralint.config.Threshold;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.report.JsonReporter;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.report.Reporter;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import io.github.migralint.sarif.SarifReporter;
import io.github.migralint.sarif.SourceRoot;
import io.github.migralint.triage.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint check}: looks for dangers and reports them. */
final class CheckCommand implements Command {
    private static final List<String> FORMATS = List.of("full", "concise", "json", "sarif");

    private final long start = System.nanoTime();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                "check",
                "Finds migrations that lock tables, lose data or break running code, and says how to do it safely.");
        Options.addInput(
                spec,
                "The migrations before a file named alone, replayed but not reported: auto (default: those in its"
                        + " folder), none, or a folder.");
        spec.addOption(Options.value(
                        "REF",
                        "Report only on files that the branch and the working tree added or changed since they left"
                                + " REF, such as origin/main; the others are replayed.",
                        Options.SINCE))
                .addOption(Options.flag(
                        "Report only on files that are staged in git, with the contents they have there.",
                        Options.STAGED));
        spec.addOption(Options.value(
                "WHAT",
                "What ships in one release: together (default for named and changed files: all that is checked)"
                        + " or each (default for folders: every migration by itself).",
                Options.RELEASE));
        Options.addOutput(spec, "full (default), concise, json or sarif");
        spec.addOption(Options.values(
                        "RULE",
                        "Run only these rules; commas between them. A family, default and all stand for several.",
                        Options.SELECT))
                .addOption(Options.values("RULE", "Leave these rules out; commas between them.", Options.IGNORE))
                .addOption(Options.values(
                        "RULE=RISK", "Let findings of a rule have another risk than usual.", Options.SEVERITY))
                .addOption(Options.value(
                        "RISK",
                        "The least risk that makes the command fail: low, medium, high (default), critical or never.",
                        Options.FAIL_ON))
                .addOption(Options.flag("Show what was suppressed, and why.", Options.SHOW_SUPPRESSED))
                .addOption(Options.flag("Let comments suppress nothing.", Options.NO_INLINE_IGNORES))
                .addOption(
                        Options.flag("Say more: also every statement that was not understood.", "-v", Options.VERBOSE))
                .addOption(Options.flag("Say less: findings only.", "-q", Options.QUIET));
        Options.addLook(spec);
        spec.addOption(Options.help())
                .usageMessage()
                .customSynopsis("migralint check [OPTIONS] [PATH... | -]")
                .footer(Help.checkFooter());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String format = Options.choice(arguments, Options.FORMAT, "full", FORMATS);
        OutputTarget target = OutputTarget.of(arguments, surroundings);
        Reporter reporter = reporter(format, target, arguments);
        List<Rule> rules = Rules.all();
        List<RuleInfo> catalogue = rules.stream().map(Rule::info).toList();
        var selection = new RuleSelection(arguments, catalogue);
        List<Configured> configured = new InputOptions(arguments, surroundings).requests(new HistoryMode.Auto());
        List<Request> requests = configured.stream()
                .map(one -> one.request().withPolicy(policy(arguments, selection, one.configuration())))
                .toList();
        Report report = new Analyzer(rules, catalogue).check(requests, threshold(arguments, configured));
        boolean forPeople = format.equals("full") || format.equals("concise");
        boolean nothingThere = report.counts().migrations() == 0
                && !report.problems(Problem.Kind.MISSING).isEmpty();
        if (!(forPeople && nothingThere)) {
            target.write(out -> reporter.write(report, out));
        }
        boolean toldAlready = target.file().isEmpty() && forPeople;
        Troubles.tell(report.problems(), toldAlready, surroundings);
        return exitCode(report);
    }

    private static int exitCode(Report report) {
        if (!report.problems(Problem.Kind.INTERNAL).isEmpty()) {
            return ExitCode.INTERNAL;
        }
        if (!report.problems(Problem.Kind.MISSING).isEmpty()) {
            return ExitCode.USAGE;
        }
        return report.failed() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private Reporter reporter(String format, OutputTarget target, ParseResult arguments) {
        Terminal terminal = target.terminal();
        Verbosity verbosity = verbosity(arguments);
        boolean suppressed = Options.isSet(arguments, Options.SHOW_SUPPRESSED);
        return switch (format) {
            case "concise" -> new ConciseReporter(terminal, verbosity, suppressed);
            case "json" -> new JsonReporter();
            case "sarif" ->
                new SarifReporter(id -> Rules.page(id).orElseThrow(), SourceRoot.around(Path.of("")))
                        .showingSuppressed(suppressed);
            default ->
                new FullReporter(
                        terminal,
                        verbosity,
                        suppressed,
                        () -> terminal.interactive() ? Optional.of(elapsed()) : Optional.empty());
        };
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Verbosity verbosity(ParseResult arguments) {
        boolean verbose = Options.isSet(arguments, Options.VERBOSE);
        boolean quiet = Options.isSet(arguments, Options.QUIET);
        if (verbose && quiet) {
            throw new UsageException("--verbose and --quiet exclude each other");
        }
        return verbose ? Verbosity.VERBOSE : quiet ? Verbosity.QUIET : Verbosity.NORMAL;
    }

    private static Policy policy(ParseResult arguments, RuleSelection selection, Configuration configuration) {
        boolean comments = !Options.isSet(arguments, Options.NO_INLINE_IGNORES);
        return new Policy(selection.over(configuration), configuration.ignores(), comments, LocalDate::now);
    }

    /** What is asked for here, or else the strictest that a configuration asks for. */
    private static Optional<Risk> threshold(ParseResult arguments, List<Configured> configured) {
        if (arguments.hasMatchedOption(Options.FAIL_ON)) {
            String word = Options.choice(arguments, Options.FAIL_ON, "", Threshold.WORDS);
            return Threshold.of(word).flatMap(Threshold::risk);
        }
        return configured.stream()
                .map(one -> one.configuration().failOn().orElse(Threshold.HIGH))
                .min(Comparator.naturalOrder())
                .orElse(Threshold.HIGH)
                .risk();
    }
}

package io.github.migralint.cli;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.baseline.BaselineException;
import io.github.migralint.baseline.BaselineFile;
import io.github.migralint.baseline.Baselines;
import io.github.migralint.cli.InputOptions.Configured;
import io.github.migralint.cli.console.Terminal;
import io.github.migralint.cli.console.Verbosity;
import io.github.migralint.config.Configuration;
import io.github.migralint.config.ConfigurationException;
import io.github.migralint.config.Threshold;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import io.github.migralint.triage.Baseline;
import io.github.migralint.triage.Policy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint check}: looks for dangers and reports them. */
final class CheckCommand implements Command {
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
        spec.addOption(Options.known(
                Options.value(
                        "WHAT",
                        "What ships in one release: together (default for named and changed files: all that is checked)"
                                + " or each (default for folders: every migration by itself).",
                        Options.RELEASE),
                () -> List.of("together", "each")));
        Options.addOutput(spec, "full (default), " + otherFormats(), ReportFormat.words());
        spec.addOption(Options.values(
                "FORMAT=FILE",
                "Write a further report to FILE, or to standard output if it is -; may be said several times.",
                Options.REPORT));
        spec.addOption(Options.known(
                        Options.values(
                                "RULE",
                                "Run only these rules; commas between them. A family, default and all stand for several.",
                                Options.SELECT),
                        RuleSelection::words))
                .addOption(Options.known(
                        Options.values("RULE", "Leave these rules out; commas between them.", Options.IGNORE),
                        RuleSelection::words))
                .addOption(Options.values(
                        "RULE=RISK", "Let findings of a rule have another risk than usual.", Options.SEVERITY))
                .addOption(Options.known(
                        Options.value(
                                "RISK",
                                "The least risk that makes the command fail: low, medium, high (default), critical or never.",
                                Options.FAIL_ON),
                        () -> Threshold.WORDS))
                .addOption(Options.known(
                        Options.value(
                                "RISK",
                                "Show only findings of at least this risk: low (default), medium, high or critical;"
                                        + " what makes the command fail stays the same.",
                                Options.MIN_SEVERITY),
                        CheckCommand::risks))
                .addOption(Options.value("FILE", BaselineOptions.DESCRIPTION, Options.BASELINE))
                .addOption(Options.flag("Tell the findings that a baseline holds as well.", Options.NO_BASELINE))
                .addOption(Options.flag(
                        "Show what was suppressed, and why, and what the baseline holds.", Options.SHOW_SUPPRESSED))
                .addOption(Options.value(
                        "NAME",
                        "Tells reports of one commit apart in code scanning, such as those of several services.",
                        Options.CATEGORY))
                .addOption(Options.flag("Let comments suppress nothing.", Options.NO_INLINE_IGNORES))
                .addOption(
                        Options.flag("Say more: also every statement that was not understood.", "-v", Options.VERBOSE))
                .addOption(Options.flag("Say less: findings only.", "-q", Options.QUIET));
        spec.addOption(Options.flag(
                        "Check nothing: show which settings hold, and who says them (--format json: as JSON).",
                        Options.SHOW_SETTINGS))
                .addOption(Options.flag(
                        "Check nothing: list the files that would be read, and what for.", Options.SHOW_FILES));
        Options.addLook(spec);
        spec.addOption(Options.help())
                .usageMessage()
                .customSynopsis("migralint check [OPTIONS] [PATH... | -]")
                .footer(Help.checkFooter());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        if (Options.isSet(arguments, Options.SHOW_SETTINGS) || Options.isSet(arguments, Options.SHOW_FILES)) {
            return Preview.show(arguments, surroundings);
        }
        List<ReportOutput> outputs = ReportOutput.of(arguments, surroundings);
        Risk leastShown = leastShown(arguments);
        List<Rule> rules = Rules.all();
        List<RuleInfo> catalogue = rules.stream().map(Rule::info).toList();
        Analyzer analyzer = new Analyzer(rules, catalogue)
                .tracing(outputs.stream().anyMatch(output -> output.format().showsTraces()));
        Function<Terminal, ReportStyle> style = terminal -> style(terminal, arguments);
        Report report;
        try {
            report = report(arguments, surroundings, analyzer, catalogue).showing(leastShown);
        } catch (ConfigurationException e) {
            FailedRun.tell(FailedRun.problem(e), outputs, catalogue, style);
            throw e;
        } catch (BaselineException e) {
            FailedRun.tell(FailedRun.problem(e), outputs, catalogue, style);
            throw e;
        } catch (UsageException e) {
            FailedRun.tell(FailedRun.problem(e), outputs, catalogue, style);
            throw e;
        }
        boolean nothingThere = report.counts().migrations() == 0
                && !report.problems(Problem.Kind.MISSING).isEmpty();
        for (ReportOutput output : outputs) {
            if (!(output.format().forPeople() && nothingThere)) {
                output.write(report, style);
            }
        }
        Troubles.tell(report.problems(), outputs.stream().anyMatch(ReportOutput::isRead), surroundings);
        return exitCode(report);
    }

    private static Report report(
            ParseResult arguments, Surroundings surroundings, Analyzer analyzer, List<RuleInfo> catalogue) {
        var selection = new RuleSelection(arguments, catalogue);
        Baselines baselines = BaselineOptions.of(arguments);
        List<Configured> configured =
                new InputOptions(arguments, surroundings).requests(new HistoryMode.Auto(), baselines::of);
        var read = new HashMap<BaselineFile, Baseline>();
        List<Request> requests = configured.stream()
                .map(one -> one.request()
                        .withPolicy(policy(
                                arguments,
                                selection,
                                one.configuration(),
                                one.baseline().map(file -> read.computeIfAbsent(file, BaselineFile::read)))))
                .toList();
        return analyzer.check(requests, threshold(arguments, configured));
    }

    private static String otherFormats() {
        List<String> words = ReportFormat.words();
        return String.join(", ", words.subList(1, words.size() - 1)) + " or " + words.getLast();
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

    private ReportStyle style(Terminal terminal, ParseResult arguments) {
        return new ReportStyle(
                terminal,
                verbosity(arguments),
                Options.isSet(arguments, Options.SHOW_SUPPRESSED),
                category(arguments),
                () -> terminal.interactive() ? Optional.of(elapsed()) : Optional.empty());
    }

    private static Optional<String> category(ParseResult arguments) {
        String name = Options.text(arguments, Options.CATEGORY, "").strip();
        if (name.isEmpty() && arguments.hasMatchedOption(Options.CATEGORY)) {
            throw new UsageException("--category takes a name, such as billing");
        }
        return Optional.of(name).filter(said -> !said.isEmpty());
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

    private static Policy policy(
            ParseResult arguments, RuleSelection selection, Configuration configuration, Optional<Baseline> baseline) {
        boolean comments = !Options.isSet(arguments, Options.NO_INLINE_IGNORES);
        return new Policy(selection.over(configuration), configuration.ignores(), comments, LocalDate::now, baseline);
    }

    private static Risk leastShown(ParseResult arguments) {
        String word = Options.choice(arguments, Options.MIN_SEVERITY, risks().getFirst(), risks());
        return Risk.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> risks() {
        return Arrays.stream(Risk.values())
                .map(risk -> risk.name().toLowerCase(Locale.ROOT))
                .toList();
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

package io.github.migralint.cli;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.baseline.BaselineFile;
import io.github.migralint.baseline.Baselines;
import io.github.migralint.cli.InputOptions.Configured;
import io.github.migralint.config.Configuration;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import io.github.migralint.triage.Baseline;
import io.github.migralint.triage.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint baseline create}, {@code update} or {@code prune}: checks, and writes what was found instead of telling it. */
final class BaselineChangeCommand implements Command {
    private final BaselineVerb verb;

    BaselineChangeCommand(BaselineVerb verb) {
        this.verb = verb;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(verb.word(), verb.description());
        Options.addInput(
                spec,
                "The migrations before a file named alone, replayed only: auto (default: those in its folder), none, or"
                        + " a folder.");
        spec.addOption(Options.known(
                Options.value(
                        "WHAT",
                        "What ships in one release, together or each, as migralint check has it.",
                        Options.RELEASE),
                () -> List.of("together", "each")));
        spec.addOption(Options.value("FILE", BaselineOptions.DESCRIPTION, Options.BASELINE))
                .addOption(Options.known(
                        Options.values("RULE", "Be about these rules only; commas between them.", Options.SELECT),
                        RuleSelection::words))
                .addOption(Options.known(
                        Options.values("RULE", "Leave these rules out; commas between them.", Options.IGNORE),
                        RuleSelection::words))
                .addOption(Options.help());
        spec.usageMessage().customSynopsis("migralint baseline " + verb.word() + " [OPTIONS] [PATH... | -]");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<Rule> rules = Rules.all();
        List<RuleInfo> catalogue = rules.stream().map(Rule::info).toList();
        var selection = new RuleSelection(arguments, catalogue);
        var analyzer = new Analyzer(rules, catalogue);
        for (var group : byBaseline(arguments, surroundings).entrySet()) {
            BaselineFile file = group.getKey();
            if (verb == BaselineVerb.CREATE) {
                file.requireAbsent();
            }
            Baseline before = verb == BaselineVerb.CREATE ? file.empty() : file.read();
            List<Request> requests = group.getValue().stream()
                    .map(one -> one.request().withPolicy(policy(selection, one.configuration(), before)))
                    .toList();
            Report report = analyzer.check(requests, Optional.empty());
            Troubles.tell(report.problems(), false, surroundings);
            int exitCode = exitCode(report);
            if (verb == BaselineVerb.CREATE && isNothing(report) && exitCode == ExitCode.CLEAN) {
                throw new UsageException("there are no migrations: " + file.shown() + " was not written");
            }
            if (exitCode != ExitCode.CLEAN) {
                surroundings.complain(file.shown() + " was not written");
                return exitCode;
            }
            String done = verb.change(file, before, report);
            surroundings.print(surroundings.out(), file.shown() + ": " + done + "\n");
        }
        return ExitCode.CLEAN;
    }

    /** What is checked, by the baseline that holds for it or will. */
    private Map<BaselineFile, List<Configured>> byBaseline(ParseResult arguments, Surroundings surroundings) {
        Baselines baselines = BaselineOptions.of(arguments);
        List<Configured> configured = new InputOptions(arguments, surroundings)
                .requests(new HistoryMode.Auto(), (path, configuration) -> place(baselines, path, configuration));
        if (verb == BaselineVerb.PRUNE && configured.stream().noneMatch(BaselineChangeCommand::hasFolder)) {
            throw new UsageException("name a folder: only where all of it is checked one knows what is left of it");
        }
        Map<BaselineFile, List<Configured>> groups = new LinkedHashMap<>();
        configured.forEach(one -> one.baseline()
                .ifPresent(file ->
                        groups.computeIfAbsent(file, any -> new ArrayList<>()).add(one)));
        return groups;
    }

    private static Optional<BaselineFile> place(Baselines baselines, Path path, Configuration configuration) {
        return baselines.of(path, configuration).or(() -> Optional.of(baselines.place(path, configuration)));
    }

    private static boolean hasFolder(Configured one) {
        return one.request().paths().stream().anyMatch(Files::isDirectory);
    }

    private static Policy policy(RuleSelection selection, Configuration configuration, Baseline before) {
        return new Policy(
                selection.over(configuration), configuration.ignores(), true, LocalDate::now, Optional.of(before));
    }

    private static boolean isNothing(Report report) {
        return report.history().migrations().isEmpty();
    }

    /** What went wrong, if anything: what could not be judged must neither be accepted nor dropped. */
    private static int exitCode(Report report) {
        if (!report.problems(Problem.Kind.INTERNAL).isEmpty()) {
            return ExitCode.INTERNAL;
        }
        return report.problems(Problem.Kind.MISSING).isEmpty() ? ExitCode.CLEAN : ExitCode.USAGE;
    }
}

package io.github.migralint.cli;

import io.github.migralint.cli.console.PageText;
import io.github.migralint.report.RulePage;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint explain}: the page of a rule. */
final class ExplainCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command("explain", "Explains a rule: why it is dangerous, how to do it safely, with examples.");
        spec.addPositional(
                Options.arguments("RULE", "1", "The rule; migralint rules lists them.", RuleSelection::words));
        Options.addLook(spec);
        spec.addOption(Options.help()).usageMessage().customSynopsis("migralint explain [OPTIONS] RULE");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<String> names = Options.positionals(arguments);
        if (names.size() != 1) {
            throw new UsageException("explain takes one rule, not " + names.size());
        }
        RuleInfo rule = RuleSelection.rule(names.get(0), Rules.all()).info();
        String page = Rules.page(rule.id()).orElseThrow();
        OutputTarget target = OutputTarget.of(arguments, surroundings);
        target.write(out -> new PageText(target.terminal()).write(rule, RulePage.of(page), out));
        return ExitCode.CLEAN;
    }
}

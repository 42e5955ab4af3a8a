package io.github.migralint.cli;

import io.github.migralint.Analyzer;
import io.github.migralint.Survey;
import io.github.migralint.cli.InputOptions.Configured;
import io.github.migralint.config.Configuration;
import io.github.migralint.config.RuleChoice;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Shows what a check would do, and does nothing of it. */
final class Preview {
    private final ParseResult arguments;
    private final Surroundings surroundings;
    private final List<RuleInfo> catalogue =
            Rules.all().stream().map(rule -> rule.info()).toList();

    private Preview(ParseResult arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    /**
     * What holds for the paths of one configuration.
     *
     * @param configuration the configuration
     * @param projects what would be checked with it
     * @param settings what holds, and who says it
     * @param rules which rules are on
     */
    record Group(Configuration configuration, List<Survey> projects, List<Setting> settings, RuleChoice rules) {}

    /** Shows it. */
    static int show(ParseResult arguments, Surroundings surroundings) {
        boolean files = Options.isSet(arguments, Options.SHOW_FILES);
        if (files && Options.isSet(arguments, Options.SHOW_SETTINGS)) {
            throw new UsageException("--show-settings and --show-files exclude each other");
        }
        var preview = new Preview(arguments, surroundings);
        List<Group> groups = preview.groups();
        boolean json = Options.text(arguments, Options.FORMAT, "").equalsIgnoreCase(ReportFormat.JSON.word());
        OutputTarget target = OutputTarget.of(arguments, surroundings);
        if (files) {
            target.write(out -> FileList.write(groups, json, out));
        } else if (json) {
            target.write(out -> new SettingsJson(preview.catalogue).write(groups, out));
        } else {
            target.write(out -> new SettingsText(preview.catalogue).write(groups, out));
        }
        return ExitCode.CLEAN;
    }

    private List<Group> groups() {
        var analyzer = new Analyzer(List.of(), catalogue);
        var selection = new RuleSelection(arguments, catalogue);
        return new InputOptions(arguments, surroundings)
                .requests(new HistoryMode.Auto()).stream()
                        .map(configured -> group(configured, analyzer, selection))
                        .toList();
    }

    private Group group(Configured configured, Analyzer analyzer, RuleSelection selection) {
        return new Group(
                configured.configuration(),
                analyzer.survey(configured.request()),
                Settings.of(arguments, surroundings, configured.configuration()),
                selection.over(configured.configuration()));
    }

    /** What a rule is other than usual, in a few words, if it is. */
    static Optional<String> change(RuleInfo rule, RuleChoice choice) {
        boolean on = choice.on().map(ids -> ids.contains(rule.id())).orElse(true);
        if (on != rule.onByDefault()) {
            return Optional.of(on ? "on" : "off");
        }
        return Optional.ofNullable(choice.risks().get(rule.id()))
                .filter(risk -> on && risk != rule.risk())
                .map(risk -> risk.name() + " instead of " + rule.risk().name());
    }

    /** The number of rules that are on, unless an override says otherwise for some file. */
    static long on(List<RuleInfo> catalogue, RuleChoice choice) {
        return catalogue.stream()
                .filter(rule -> choice.on().map(ids -> ids.contains(rule.id())).orElse(true))
                .count();
    }
}

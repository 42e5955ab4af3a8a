package io.github.migralint.cli;

import io.github.migralint.config.Suggestion;
import io.github.migralint.rule.Rule;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Chooses the rules that run. */
final class RuleSelection {
    private RuleSelection() {}

    /** Those selected, or those that are on by default, without those ignored. */
    static List<Rule> of(ParseResult arguments, List<Rule> catalogue) {
        List<String> selected = known(Options.texts(arguments, Options.SELECT), catalogue);
        List<String> ignored = known(Options.texts(arguments, Options.IGNORE), catalogue);
        return catalogue.stream()
                .filter(rule -> selected.isEmpty()
                        ? rule.info().onByDefault()
                        : selected.contains(rule.info().id()))
                .filter(rule -> !ignored.contains(rule.info().id()))
                .toList();
    }

    /** The rule of that id. */
    static Rule rule(String id, List<Rule> catalogue) {
        return catalogue.stream()
                .filter(rule -> rule.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id, catalogue));
    }

    private static List<String> known(List<String> ids, List<Rule> catalogue) {
        return ids.stream().map(id -> rule(id, catalogue).info().id()).toList();
    }

    private static UsageException unknown(String id, List<Rule> catalogue) {
        List<String> ids = catalogue.stream().map(rule -> rule.info().id()).toList();
        return new UsageException(
                "unknown rule " + id + Suggestion.asQuestion(id, ids) + " (migralint rules lists them)");
    }
}

package io.github.migralint.cli;

import io.github.migralint.config.Configuration;
import io.github.migralint.config.RuleChoice;
import io.github.migralint.config.RuleNames;
import io.github.migralint.config.Suggestion;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** Makes of the options which rules are on, and how grave their findings are. */
final class RuleSelection {
    private static final List<String> RISKS = List.of("low", "medium", "high", "critical");

    private final RuleNames names;
    private final Optional<Set<String>> selected;
    private final Set<String> ignored;
    private final Map<String, Risk> risks;

    RuleSelection(ParseResult arguments, List<RuleInfo> catalogue) {
        names = new RuleNames(catalogue);
        List<String> select = Options.texts(arguments, Options.SELECT);
        selected = select.isEmpty() ? Optional.empty() : Optional.of(ids(select));
        ignored = ids(Options.texts(arguments, Options.IGNORE));
        risks = risks(Options.texts(arguments, Options.SEVERITY));
    }

    /** What is asked for here, and for the rest what a configuration says, or what is on by default. */
    RuleChoice over(Configuration configuration) {
        RuleChoice configured = configuration
                .rules()
                .orElseGet(() -> new RuleChoice(Optional.of(names.byDefault()), Map.of(), List.of()));
        return selected.map(configured::only)
                .orElse(configured)
                .without(ignored)
                .withRisks(risks);
    }

    /** The names of all rules. */
    static List<String> words() {
        return Rules.all().stream().map(rule -> rule.info().id()).toList();
    }

    /** The rule of that id. */
    static Rule rule(String id, List<Rule> catalogue) {
        List<String> ids = catalogue.stream().map(rule -> rule.info().id()).toList();
        return catalogue.stream()
                .filter(rule -> rule.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("unknown rule " + id + Suggestion.asQuestion(id, ids)));
    }

    private Set<String> ids(List<String> words) {
        var ids = new LinkedHashSet<String>();
        words.forEach(word -> ids.addAll(names.of(word).orElseThrow(() -> unknown(names.complaintOfAny(word)))));
        return ids;
    }

    private Map<String, Risk> risks(List<String> pairs) {
        var all = new HashMap<String, Risk>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String word = pair.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            if (equals < 0 || !RISKS.contains(word)) {
                throw new UsageException("--severity takes RULE=RISK, where RISK is one of " + String.join(", ", RISKS)
                        + ", not " + pair);
            }
            String id = pair.substring(0, equals).strip();
            if (!names.isRule(id)) {
                throw unknown(names.complaint(id));
            }
            all.put(id, Risk.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return all;
    }

    private static UsageException unknown(String complaint) {
        return new UsageException(complaint + " (migralint rules lists them)");
    }
}

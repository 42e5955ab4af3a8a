package io.github.migralint.config;

import io.github.migralint.rule.Risk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules are on, and how grave their findings are.
 *
 * @param on ids of the rules that are on unless an override says otherwise; none when all that run are on
 * @param risks risks other than the usual ones, by id
 * @param overrides what differs for some files; later ones win
 */
public record RuleChoice(Optional<Set<String>> on, Map<String, Risk> risks, List<PathOverride> overrides) {
    /** Every rule that runs, with its usual risk. */
    public static final RuleChoice EVERYTHING = new RuleChoice(Optional.empty(), Map.of(), List.of());

    public RuleChoice {
        on = on.map(Set::copyOf);
        risks = Map.copyOf(risks);
        overrides = List.copyOf(overrides);
    }

    /** These rules and no others, except where they are off for some files. */
    public RuleChoice only(Set<String> ids) {
        List<PathOverride> limited = overrides.stream()
                .map(o -> new PathOverride(o.paths(), Set.of(), o.off(), o.risks()))
                .toList();
        return new RuleChoice(Optional.of(ids), risks, limited);
    }

    /** The same without some rules, whatever else is said. */
    public RuleChoice without(Set<String> ids) {
        if (ids.isEmpty()) {
            return this;
        }
        List<PathOverride> limited = overrides.stream()
                .map(o -> new PathOverride(o.paths(), minus(o.on(), ids), o.off(), o.risks()))
                .toList();
        return new RuleChoice(on.map(all -> minus(all, ids)), risks, limited);
    }

    /** The same with risks that hold for every file. */
    public RuleChoice withRisks(Map<String, Risk> firm) {
        if (firm.isEmpty()) {
            return this;
        }
        List<PathOverride> limited = overrides.stream()
                .map(o -> new PathOverride(o.paths(), o.on(), o.off(), withoutKeys(o.risks(), firm.keySet())))
                .toList();
        var all = new HashMap<>(risks);
        all.putAll(firm);
        return new RuleChoice(on, all, limited);
    }

    /** Whether a rule is on for some file. */
    public boolean runs(String rule) {
        return on.map(ids -> ids.contains(rule)).orElse(true)
                || overrides.stream().anyMatch(override -> override.on().contains(rule));
    }

    /** Whether a rule is on for a file, given by the path that people are told. */
    public boolean isOn(String rule, String file) {
        boolean result = on.map(ids -> ids.contains(rule)).orElse(true);
        for (PathOverride override : overrides) {
            boolean saysSomething =
                    override.on().contains(rule) || override.off().contains(rule);
            if (saysSomething && override.concerns(file)) {
                result = !override.off().contains(rule);
            }
        }
        return result;
    }

    /**
     * The risk of a finding. What is asked for stands for the usual risk of the rule: a finding that is milder for a
     * reason stays milder.
     *
     * @param rule the id of the rule
     * @param usual the usual risk of the rule
     * @param found the risk that the rule gave the finding
     * @param file the path that people are told
     */
    public Risk risk(String rule, Risk usual, Risk found, String file) {
        Optional<Risk> asked = Optional.ofNullable(risks.get(rule));
        for (PathOverride override : overrides) {
            Risk there = override.risks().get(rule);
            if (there != null && override.concerns(file)) {
                asked = Optional.of(there);
            }
        }
        return asked.map(risk -> found.atLeast(usual) || found.atLeast(risk) ? risk : found)
                .orElse(found);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Map<String, Risk> withoutKeys(Map<String, Risk> all, Set<String> some) {
        var rest = new HashMap<>(all);
        rest.keySet().removeAll(some);
        return rest;
    }
}

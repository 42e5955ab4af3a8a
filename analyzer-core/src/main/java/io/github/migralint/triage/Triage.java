package io.github.migralint.triage;

import io.github.migralint.config.ConfiguredIgnore;
import io.github.migralint.config.RuleChoice;
import io.github.migralint.config.RuleNames;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suppression;
import io.github.migralint.rule.SuppressionRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which findings are told and how grave they are, and sees to it that each danger is told once, in order. */
public final class Triage {
    private final List<Rule> rules;
    private final Map<String, RuleInfo> byId;
    private final RuleNames names;
    private final Neighbours neighbours;

    /**
     * A triage.
     *
     * @param catalogue all rules that exist
     * @param rules those that run
     */
    public Triage(List<RuleInfo> catalogue, List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.byId = rules.stream()
                .map(Rule::info)
                .collect(Collectors.toMap(RuleInfo::id, Function.identity(), (first, second) -> first));
        this.names = new RuleNames(catalogue);
        this.neighbours = new Neighbours(catalogue);
    }

    /** What becomes of the findings of some projects. What a configuration suppresses may be good for any of them. */
    public Triaged apply(List<Reviewed> projects) {
        var told = new Acceptance();
        var suppressed = new ArrayList<Suppressed>();
        Map<ConfiguredIgnore, Claim> configured = new LinkedHashMap<>();
        List<Settled> settled =
                projects.stream().map(project -> settled(project, configured)).toList();
        leaveToTheLast(settled.stream().map(Settled::comments).toList());
        for (Settled project : settled) {
            Policy policy = project.reviewed().policy();
            var findings = new ArrayList<>(project.triaged().findings());
            findings.addAll(judged(project.comments(), policy.rules()));
            told.take(new Order(project.reviewed().history()).of(findings), policy.baseline());
            suppressed.addAll(project.triaged().suppressed());
        }
        projects.stream().map(Reviewed::policy).distinct().forEach(policy -> {
            List<Claim> claims = policy.ignores().stream()
                    .flatMap(ignore -> Stream.ofNullable(configured.remove(ignore)))
                    .toList();
            told.take(judged(claims, policy.rules()), policy.baseline());
        });
        return told.settled(suppressed, projects, names, byId);
    }

    /**
     * A project whose findings are settled.
     *
     * @param reviewed what was found
     * @param comments the suppressions in its files; it can be changed
     * @param triaged what became of the findings
     */
    private record Settled(Reviewed reviewed, List<Claim> comments, Triaged triaged) {}

    private Settled settled(Reviewed project, Map<ConfiguredIgnore, Claim> configured) {
        Policy policy = project.policy();
        List<Claim> comments = policy.comments() ? InlineSuppressions.of(project.history()) : List.of();
        var claims = new ArrayList<>(comments);
        policy.ignores().forEach(ignore -> claims.add(configured.computeIfAbsent(ignore, i -> Claim.of(i, policy))));
        return new Settled(
                project, new ArrayList<>(comments), new ProjectTriage(byId, neighbours, project, claims).run());
    }

    /** A comment in a file of several projects is one suppression, and may be good for any of them. */
    private static void leaveToTheLast(List<List<Claim>> comments) {
        for (int i = 0; i < comments.size(); i++) {
            List<Claim> later = comments.subList(i + 1, comments.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            comments.get(i)
                    .removeIf(claim -> later.stream()
                            .filter(claim::isSame)
                            .findFirst()
                            .map(same -> same.include(claim))
                            .isPresent());
        }
    }

    /** What is wrong with suppressions, now that it is known what they were good for. */
    private List<Finding> judged(List<Claim> claims, RuleChoice choice) {
        var findings = new ArrayList<Finding>();
        for (Claim claim : claims) {
            Suppression outcome = claim.outcome(names);
            for (Rule rule : rules) {
                if (rule instanceof SuppressionRule judge) {
                    judge.judge(outcome, findings::add);
                }
            }
        }
        return ProjectTriage.chosen(findings, choice, byId);
    }
}

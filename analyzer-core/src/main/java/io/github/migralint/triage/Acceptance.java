package io.github.migralint.triage;

import io.github.migralint.config.RuleNames;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.RuleInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out what a baseline holds of the findings that would be told, over all projects that share it. */
final class Acceptance {
    private final List<Finding> all = new ArrayList<>();
    private final Map<Baseline, List<Finding>> byBaseline = new LinkedHashMap<>();

    /** Takes findings that would be told, in order, and the baseline that may hold them. */
    void take(List<Finding> findings, Optional<Baseline> baseline) {
        all.addAll(findings);
        baseline.ifPresent(holder ->
                byBaseline.computeIfAbsent(holder, any -> new ArrayList<>()).addAll(findings));
    }

    /**
     * What becomes of them.
     *
     * @param suppressed what is not told already
     * @param projects where they were found
     * @param names all rules that exist
     * @param rules those that run, by id
     */
    Triaged settled(
            List<Suppressed> suppressed, List<Reviewed> projects, RuleNames names, Map<String, RuleInfo> rules) {
        Set<Finding> held = Collections.newSetFromMap(new IdentityHashMap<>());
        var stale = new ArrayList<BaselineEntry>();
        byBaseline.forEach((baseline, findings) -> {
            Comparison comparison = baseline.compare(findings);
            held.addAll(comparison.held());
            List<Reviewed> sharing = projects.stream()
                    .filter(project -> project.policy().baseline().equals(Optional.of(baseline)))
                    .toList();
            var coverage = new Coverage(baseline, sharing, names, rules);
            comparison.left().stream().filter(coverage::isStale).forEach(stale::add);
        });
        return new Triaged(
                all.stream().filter(finding -> !held.contains(finding)).toList(),
                suppressed,
                all.stream().filter(held::contains).toList(),
                stale.stream().sorted().toList());
    }
}

package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the findings of a run.
 *
 * @param findings those that are told, in the order of files, places, and falling risk
 * @param suppressed those that are not because somebody said so, in the same order
 * @param baselined those that are not because they were there when the baseline was written, in the same order
 * @param stale entries of the baseline of which nothing is left in the files that were checked, sorted
 */
public record Triaged(
        List<Finding> findings, List<Suppressed> suppressed, List<Finding> baselined, List<BaselineEntry> stale) {
    public Triaged {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        baselined = List.copyOf(baselined);
        stale = List.copyOf(stale);
    }

    /** What becomes of findings without a baseline. */
    public Triaged(List<Finding> findings, List<Suppressed> suppressed) {
        this(findings, suppressed, List.of(), List.of());
    }

    /** Every finding, told or not. */
    public List<Finding> all() {
        var all = new ArrayList<>(findings);
        suppressed.forEach(one -> all.add(one.finding()));
        all.addAll(baselined);
        return all;
    }
}

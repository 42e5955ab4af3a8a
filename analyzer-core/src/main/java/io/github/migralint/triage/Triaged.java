package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the findings of a run.
 *
 * @param findings those that are told, in the order of files, places, and falling risk
 * @param suppressed those that are not because somebody said so, in the same order
 * @param baselined those that are not because they were there when the baseline was written, in the same order
 * @param stale entries of the baseline of which nothing is left in the files that were checked, sorted
 * @param hidden those that nobody wants to see in this run, in the same order; they count for its end
 */
public record Triaged(
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<Finding> baselined,
        List<BaselineEntry> stale,
        List<Finding> hidden) {
    public Triaged {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        baselined = List.copyOf(baselined);
        stale = List.copyOf(stale);
        hidden = List.copyOf(hidden);
    }

    /** What becomes of findings of which none is hidden. */
    public Triaged(
            List<Finding> findings, List<Suppressed> suppressed, List<Finding> baselined, List<BaselineEntry> stale) {
        this(findings, suppressed, baselined, stale, List.of());
    }

    /** What becomes of findings without a baseline. */
    public Triaged(List<Finding> findings, List<Suppressed> suppressed) {
        this(findings, suppressed, List.of(), List.of());
    }

    /** The same with findings hidden that are less grave than {@code least}. */
    public Triaged showing(Risk least) {
        var shown = new ArrayList<Finding>();
        var others = new ArrayList<>(hidden);
        findings.forEach(finding -> (finding.risk().atLeast(least) ? shown : others).add(finding));
        return new Triaged(shown, suppressed, baselined, stale, others);
    }

    /** Every finding, told or not. */
    public List<Finding> all() {
        var all = new ArrayList<>(findings);
        suppressed.forEach(one -> all.add(one.finding()));
        all.addAll(baselined);
        all.addAll(hidden);
        return all;
    }
}

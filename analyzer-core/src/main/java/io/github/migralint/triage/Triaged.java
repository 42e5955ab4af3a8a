package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import java.util.List;

/**
 * What becomes of the findings of a run.
 *
 * @param findings those that are told, in the order of files, places, and falling risk
 * @param suppressed those that are not, in the same order
 */
public record Triaged(List<Finding> findings, List<Suppressed> suppressed) {
    public Triaged {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }
}

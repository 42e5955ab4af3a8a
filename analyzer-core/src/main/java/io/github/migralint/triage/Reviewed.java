package io.github.migralint.triage;

import io.github.migralint.history.History;
import io.github.migralint.rule.Finding;
import java.util.List;

/**
 * What the rules found in a project.
 *
 * @param history its migrations
 * @param findings in any order
 * @param policy which of them are told
 */
public record Reviewed(History history, List<Finding> findings, Policy policy) {
    public Reviewed {
        findings = List.copyOf(findings);
    }
}

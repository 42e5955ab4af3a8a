package io.github.migralint.report;

import io.github.migralint.history.History;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import java.util.List;

/**
 * Everything a reporter needs; the same for every format.
 *
 * @param version version of Migralint
 * @param history the migrations, the engine and where both came from
 * @param rules all rules of the catalogue, sorted by id
 * @param findings sorted by file order, place, risk
 * @param problems in order
 * @param counts what was analyzed
 * @param failOn the threshold that makes the run fail
 */
public record Report(
        String version,
        History history,
        List<RuleInfo> rules,
        List<Finding> findings,
        List<Problem> problems,
        Counts counts,
        Risk failOn) {
    public Report {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** Whether a finding reaches the threshold. */
    public boolean failed() {
        return findings.stream().anyMatch(finding -> finding.risk().atLeast(failOn));
    }
}

package io.github.migralint.cli.console;

import io.github.migralint.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings that are told together: one, or a run of one rule on neighbouring lines.
 *
 * @param findings in order, at least one
 */
record FindingGroup(List<Finding> findings) {
    private static final int FOLD_FROM = 3;
    private static final int NEIGHBOUR_LINES = 2;

    FindingGroup {
        findings = List.copyOf(findings);
    }

    /** The one that speaks for all. */
    Finding first() {
        return findings.get(0);
    }

    /** Groups findings that are already in order. */
    static List<FindingGroup> of(List<Finding> findings) {
        var groups = new ArrayList<FindingGroup>();
        int start = 0;
        for (int i = 1; i <= findings.size(); i++) {
            if (i == findings.size() || !belongTogether(findings.get(i - 1), findings.get(i))) {
                List<Finding> run = findings.subList(start, i);
                if (run.size() >= FOLD_FROM) {
                    groups.add(new FindingGroup(run));
                } else {
                    run.forEach(one -> groups.add(new FindingGroup(List.of(one))));
                }
                start = i;
            }
        }
        return groups;
    }

    private static boolean belongTogether(Finding a, Finding b) {
        return a.rule().equals(b.rule())
                && a.risk() == b.risk()
                && a.place().text().path().equals(b.place().text().path())
                && line(b) - line(a) <= NEIGHBOUR_LINES;
    }

    private static int line(Finding finding) {
        return finding.place().text().position(finding.place().span().start()).line();
    }
}

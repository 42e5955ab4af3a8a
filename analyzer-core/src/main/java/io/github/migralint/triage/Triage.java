package io.github.migralint.triage;

import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;

/** Puts findings in order, and sees to it that each danger is told once. */
public final class Triage {
    /** What two findings that say the same have in common. */
    private record Danger(String rule, SourceText text, Span clause, String object) {}

    private final List<RuleInfo> catalogue;

    /** A triage that knows how the findings of some rules live beside each other. */
    public Triage(List<RuleInfo> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    /** The findings in the order of files, places, and falling risk. */
    public List<Finding> apply(List<Finding> findings, History history) {
        IdentityHashMap<SourceText, Integer> order = order(history);
        var seen = new HashSet<Danger>();
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing((Finding finding) ->
                                order.getOrDefault(finding.place().text(), Integer.MAX_VALUE))
                        .thenComparingInt(finding -> finding.place().span().start())
                        .thenComparing(Finding::risk, Comparator.reverseOrder())
                        .thenComparing(Finding::rule)
                        .thenComparing(Finding::object))
                .filter(finding -> seen.add(danger(finding)))
                .toList();
        return new Neighbours(catalogue).settle(sorted);
    }

    private static Danger danger(Finding finding) {
        return new Danger(
                finding.rule(), finding.place().text(), finding.place().span(), finding.object());
    }

    private static IdentityHashMap<SourceText, Integer> order(History history) {
        var order = new IdentityHashMap<SourceText, Integer>();
        for (Migration migration : history.migrations()) {
            order.putIfAbsent(migration.text(), order.size());
        }
        return order;
    }
}

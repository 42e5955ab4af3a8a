package io.github.migralint.triage;

import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.rule.Finding;
import io.github.migralint.source.SourceText;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;

/** The order in which findings are told: that of files, places, and falling risk; each danger once. */
final class Order {
    private final Comparator<Finding> comparator;

    Order(History history) {
        var files = new IdentityHashMap<SourceText, Integer>();
        for (Migration migration : history.migrations()) {
            files.putIfAbsent(migration.text(), migration.ordinal());
        }
        comparator = Comparator.comparing(
                        (Finding finding) -> files.getOrDefault(finding.place().text(), Integer.MAX_VALUE))
                .thenComparingInt(finding -> finding.place().span().start())
                .thenComparing(Finding::risk, Comparator.reverseOrder())
                .thenComparing(Finding::rule)
                .thenComparing(Finding::object);
    }

    List<Finding> of(List<Finding> findings) {
        var seen = new HashSet<Danger>();
        return findings.stream()
                .sorted(comparator)
                .filter(finding -> seen.add(Danger.of(finding)))
                .toList();
    }

    List<Suppressed> ofSuppressed(List<Suppressed> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Suppressed::finding, comparator))
                .toList();
    }
}

package io.github.migralint.triage;

import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settles what findings about the same statement leave to say for each other. */
final class Neighbours {
    /** A statement of a file. */
    private record Statement(SourceText text, Span span) {}

    private final Map<String, RuleInfo> rules;

    Neighbours(List<RuleInfo> catalogue) {
        this.rules = catalogue.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
    }

    /** The findings, without those that another replaces, and with those that attach themselves as notes of others. */
    List<Finding> settle(List<Finding> sorted) {
        Map<Statement, List<Finding>> byStatement =
                sorted.stream().collect(Collectors.groupingBy(Neighbours::statement));
        var told = new ArrayList<Finding>();
        for (Finding finding : sorted) {
            List<Finding> beside = byStatement.getOrDefault(statement(finding), List.of());
            if (!isReplaced(finding, beside) && !isAttached(finding, beside)) {
                told.add(withNotes(finding, beside));
            }
        }
        return oncePerFile(told, saidInNotes(sorted, byStatement));
    }

    /** Whether a finding goes into the notes of another where it can. */
    boolean isAttachment(Finding finding) {
        return standing(finding) != Standing.OWN;
    }

    private boolean isReplaced(Finding finding, List<Finding> beside) {
        return beside.stream()
                .anyMatch(other -> other.object().equals(finding.object())
                        && replaces(other).contains(finding.rule()));
    }

    private Set<String> replaces(Finding finding) {
        RuleInfo rule = rules.get(finding.rule());
        return rule == null ? Set.of() : rule.replaces();
    }

    private Standing standing(Finding finding) {
        RuleInfo rule = rules.get(finding.rule());
        return rule == null ? Standing.OWN : rule.standing();
    }

    /** Whether it goes into the notes of another, which stands on its own and is about a lock or as grave. */
    private boolean isAttached(Finding finding, List<Finding> beside) {
        return standing(finding) != Standing.OWN && beside.stream().anyMatch(other -> carries(other, finding));
    }

    /** What is said of types, indexes and names has nothing to do with what running the statement does. */
    private boolean carries(Finding other, Finding attached) {
        Category category = category(other);
        return standing(other) == Standing.OWN
                && category != Category.PERFORMANCE
                && category != Category.NAMING
                && (category == Category.LOCKING || other.risk().atLeast(attached.risk()));
    }

    private Category category(Finding finding) {
        RuleInfo rule = rules.get(finding.rule());
        return rule == null ? Category.ROBUSTNESS : rule.category();
    }

    private Finding withNotes(Finding finding, List<Finding> beside) {
        Finding result = finding;
        for (Finding other : beside) {
            if (standing(other) != Standing.OWN
                    && carrier(other, beside).filter(finding::equals).isPresent()) {
                result = result.withNote(other.message());
            }
        }
        return result;
    }

    /** The one whose note it becomes: one about a lock if there is one, then the gravest, then the first. */
    private Optional<Finding> carrier(Finding attached, List<Finding> beside) {
        return beside.stream()
                .filter(candidate -> carries(candidate, attached))
                .min(Comparator.comparing((Finding candidate) -> category(candidate) != Category.LOCKING)
                        .thenComparing(Finding::risk, Comparator.reverseOrder()));
    }

    private Map<SourceText, Set<String>> saidInNotes(List<Finding> sorted, Map<Statement, List<Finding>> byStatement) {
        var said = new IdentityHashMap<SourceText, Set<String>>();
        for (Finding finding : sorted) {
            if (isAttached(finding, byStatement.getOrDefault(statement(finding), List.of()))) {
                said.computeIfAbsent(finding.place().text(), text -> new HashSet<>())
                        .add(finding.rule());
            }
        }
        return said;
    }

    private List<Finding> oncePerFile(List<Finding> findings, Map<SourceText, Set<String>> saidInNotes) {
        var said = new IdentityHashMap<SourceText, Set<String>>();
        saidInNotes.forEach((text, ids) -> said.put(text, new HashSet<>(ids)));
        return findings.stream()
                .filter(finding -> standing(finding) != Standing.ATTACHED_ONCE_PER_FILE
                        || said.computeIfAbsent(finding.place().text(), text -> new HashSet<>())
                                .add(finding.rule()))
                .toList();
    }

    private static Statement statement(Finding finding) {
        return new Statement(finding.place().text(), finding.statement());
    }
}

package io.github.migralint.report;

import io.github.migralint.history.History;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.source.SourceText;
import io.github.migralint.trace.Trace;
import io.github.migralint.triage.Fingerprints;
import io.github.migralint.triage.Suppressed;
import io.github.migralint.triage.Triaged;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything a reporter needs; the same for every format.
 *
 * @param history the migrations, the engine and where both came from; those of all projects together
 * @param projects the same for each project, of which there is at least one
 * @param notes what people should know about how the files were chosen, sentences without a period
 * @param rules all rules of the catalogue, sorted by id
 * @param triaged what became of the findings
 * @param problems in order
 * @param counts what was analyzed
 * @param failOn the threshold that makes the run fail; none when nothing does
 * @param traces what the migrations under review do while they run, in their order; none unless they were asked for
 */
public record Report(
        History history,
        List<History> projects,
        List<String> notes,
        List<RuleInfo> rules,
        Triaged triaged,
        List<Problem> problems,
        Counts counts,
        Optional<Risk> failOn,
        List<Trace> traces) {
    public Report {
        projects = List.copyOf(projects);
        notes = List.copyOf(notes);
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
        traces = List.copyOf(traces);
    }

    /** A report without traces. */
    public Report(
            History history,
            List<History> projects,
            List<String> notes,
            List<RuleInfo> rules,
            Triaged triaged,
            List<Problem> problems,
            Counts counts,
            Optional<Risk> failOn) {
        this(history, projects, notes, rules, triaged, problems, counts, failOn, List.of());
    }

    /** The findings that are told, sorted by file order, place, risk. */
    public List<Finding> findings() {
        return triaged.findings();
    }

    /** Findings that somebody wants not to be told, in the same order. */
    public List<Suppressed> suppressed() {
        return triaged.suppressed();
    }

    /** The identities of all findings, told or not; they are computed anew by each call. */
    public Fingerprints fingerprints() {
        return new Fingerprints(triaged.all());
    }

    /** Findings that are not shown because they are not grave enough, in the same order. */
    public List<Finding> hidden() {
        return triaged.hidden();
    }

    /** The same without what is less grave than {@code least}; whether it failed stays as it is. */
    public Report showing(Risk least) {
        return new Report(history, projects, notes, rules, triaged.showing(least), problems, counts, failOn, traces);
    }

    /** Whether a finding reaches the threshold, shown or hidden. */
    public boolean failed() {
        return failOn.isPresent()
                && Stream.concat(findings().stream(), hidden().stream())
                        .anyMatch(finding -> finding.risk().atLeast(failOn.get()));
    }

    /** The number of findings of a risk. */
    public int count(Risk risk) {
        return (int)
                findings().stream().filter(finding -> finding.risk() == risk).count();
    }

    /** The problems of one kind, in order. */
    public List<Problem> problems(Problem.Kind kind) {
        return problems.stream().filter(problem -> problem.kind() == kind).toList();
    }

    /** The problems that no finding at the same place tells, or would tell if somebody had not decided otherwise. */
    public List<Problem> untold() {
        var told = new IdentityHashMap<SourceText, Set<Integer>>();
        for (Finding finding : triaged.all()) {
            told.computeIfAbsent(finding.place().text(), text -> new HashSet<>())
                    .add(finding.place().span().start());
        }
        return problems.stream()
                .filter(problem -> problem.place()
                        .filter(place -> told.getOrDefault(place.text(), Set.of())
                                .contains(place.span().start()))
                        .isEmpty())
                .toList();
    }
}

package io.github.migralint;

import io.github.migralint.history.History;
import io.github.migralint.inspection.Inspection;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.triage.Triage;
import io.github.migralint.triage.Triaged;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one class that knows all stages: it leads migrations through replay and rules to a report. */
public final class Analyzer {
    private final List<Rule> rules;
    private final List<RuleInfo> catalogue;
    private final boolean tracing;

    /**
     * An analyzer with some rules.
     *
     * @param rules those that may run; a request says which of them do
     * @param catalogue all that exist, for reports that list them
     */
    public Analyzer(List<Rule> rules, List<RuleInfo> catalogue) {
        this(rules, catalogue, false);
    }

    private Analyzer(List<Rule> rules, List<RuleInfo> catalogue, boolean tracing) {
        this.rules = List.copyOf(rules);
        this.catalogue = List.copyOf(catalogue);
        this.tracing = tracing;
    }

    /** The same, whose reports also hold traces of the migrations under review if somebody wants them. */
    public Analyzer tracing(boolean wanted) {
        return new Analyzer(rules, catalogue, wanted);
    }

    /** Looks for dangers in the migrations of a request; {@code failOn} is only passed on to the report. */
    public Report check(Request request, Optional<Risk> failOn) {
        return check(List.of(request), failOn);
    }

    /** Looks for dangers in the migrations of some requests, of which each may be about several projects. */
    public Report check(List<Request> requests, Optional<Risk> failOn) {
        List<ProjectCheck> projects = requests.stream().flatMap(this::checked).toList();
        List<History> histories = projects.stream().map(ProjectCheck::history).toList();
        History history = History.joined(histories);
        var shared = new SharedFiles(histories);
        Triaged triaged = new Triage(catalogue, rules)
                .apply(projects.stream()
                        .map(project -> shared.told(project.reviewed()))
                        .toList());
        return new Report(
                history,
                histories,
                projects.stream()
                        .flatMap(project -> project.notes().stream())
                        .distinct()
                        .toList(),
                catalogue,
                triaged,
                projects.stream()
                        .flatMap(project -> project.problems().stream())
                        .toList(),
                projects.stream().map(ProjectCheck::counts).reduce(Counts.NONE, Counts::plus),
                failOn,
                projects.stream().flatMap(project -> project.traces().stream()).toList());
    }

    /** The projects of a request as they would be checked; nothing of them is analyzed. */
    public List<Survey> survey(Request request) {
        return Division.of(request).stream().map(Survey::of).toList();
    }

    private Stream<ProjectCheck> checked(Request request) {
        List<Path> folders = request.wholeFolders();
        return Division.of(request).stream()
                .map(project -> new ProjectCheck(project, running(project.request()), folders, tracing).run());
    }

    /** Those that are switched on and speak about the dialect. */
    private List<Rule> running(Request request) {
        return rules.stream()
                .filter(rule ->
                        rule.info().dialects().contains(request.dialect().name()))
                .filter(rule -> request.policy().rules().runs(rule.info().id()))
                .toList();
    }

    /** Shows what is believed of the migrations of a request, which are replayed in the order in which they are named. */
    public Inspection inspect(Request request) {
        return new Inspector(request).run();
    }
}

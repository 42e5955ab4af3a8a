package io.github.migralint;

import io.github.migralint.ast.Statement;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.inspection.Inspection;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.triage.Triage;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one class that knows all stages: it leads migrations through replay and rules to a report. */
public final class Analyzer {
    private final List<Rule> rules;
    private final List<RuleInfo> catalogue;

    /**
     * An analyzer with some rules.
     *
     * @param rules those that run
     * @param catalogue all that exist, for reports that list them
     */
    public Analyzer(List<Rule> rules, List<RuleInfo> catalogue) {
        this.rules = List.copyOf(rules);
        this.catalogue = List.copyOf(catalogue);
    }

    /** Looks for dangers in the migrations of a request; {@code failOn} is only passed on to the report. */
    public Report check(Request request, Optional<Risk> failOn) {
        Input input = Input.of(request, Input.Order.OF_THE_TOOL);
        History history = history(request, input);
        var findings = new ArrayList<Finding>();
        var problems = new ArrayList<>(input.problems());
        var guard = new Guard(problems);
        var replay = new Replay(
                request.dialect(),
                history.engine(),
                history.complete(),
                release(request),
                history.migrations(),
                request.deployment());
        for (Migration migration : history.migrations()) {
            if (!migration.underReview()) {
                guard.migration(migration, () -> replay.apply(migration));
                continue;
            }
            problems.addAll(NotUnderstood.in(migration));
            guard.migration(migration, () -> {
                for (Step statement : replay.steps(migration)) {
                    statement.innermost().forEach(step -> check(step, guard, findings));
                }
            });
        }
        rules.forEach(rule -> guard.rule(rule, () -> rule.finish(history, findings::add)));
        return new Report(
                history,
                notes(input, history),
                catalogue,
                new Triage(catalogue).apply(findings, history),
                problems,
                counts(history),
                failOn);
    }

    /** A statement that the engine refuses does nothing, and only rules about that speak of it. */
    private void check(Step step, Guard guard, List<Finding> findings) {
        boolean refused = step.refused();
        for (Rule rule : rules) {
            if (!refused || rule.judgesRefused()) {
                guard.rule(rule, step, () -> rule.check(step, findings::add));
            }
        }
    }

    /** Shows what is believed of the migrations of a request, which are replayed in the order in which they are named. */
    public Inspection inspect(Request request) {
        return new Inspector(request).run();
    }

    private static History history(Request request, Input input) {
        boolean known =
                input.set().historySize() > 0 || hasFolder(request) || request.history() instanceof HistoryMode.Folder;
        return new History(
                request.engine(),
                request.engineSource(),
                input.set().framework().label(),
                input.set().reason(),
                input.migrations(),
                known && Beginning.isFromNothing(input.migrations()));
    }

    /** Named files are a change that ships together; a whole folder is a history of many releases. */
    private static ReleaseMode release(Request request) {
        return request.release().orElseGet(() -> hasFolder(request) ? ReleaseMode.EACH : ReleaseMode.TOGETHER);
    }

    private static boolean hasFolder(Request request) {
        return request.paths().stream().anyMatch(Files::isDirectory);
    }

    private static List<String> notes(Input input, History history) {
        var notes = new ArrayList<>(input.set().notes());
        long back = history.migrations().stream()
                .filter(Migration::underReview)
                .filter(migration -> migration.direction() == Direction.DOWN)
                .count();
        if (back > 0) {
            notes.add(back + (back == 1 ? " down migration is" : " down migrations are") + " read but not judged");
        }
        return notes;
    }

    /** Counts what is judged; a statement that could not be read counts wherever it stands. */
    private static Counts counts(History history) {
        int migrations = 0;
        int statements = 0;
        int notUnderstood = 0;
        int before = 0;
        int notUnderstoodBefore = 0;
        for (Migration migration : history.migrations()) {
            List<Statement> all = migration.statements();
            int unparsed = (int) all.stream().filter(NotUnderstood::concerns).count();
            if (migration.underReview()) {
                boolean judged = migration.direction() == Direction.UP;
                migrations += judged ? 1 : 0;
                statements += judged ? all.size() : unparsed;
                notUnderstood += unparsed;
            } else {
                before++;
                notUnderstoodBefore += unparsed;
            }
        }
        return new Counts(migrations, statements, notUnderstood, before, notUnderstoodBefore);
    }
}

package io.github.migralint;

import io.github.migralint.ast.Statement;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Review;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Problem;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Rule;
import io.github.migralint.trace.Recorder;
import io.github.migralint.trace.Trace;
import io.github.migralint.trace.Tracer;
import io.github.migralint.triage.Reviewed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Leads the migrations of one project through replay and rules. */
final class ProjectCheck {
    private final Request request;
    private final List<Rule> rules;
    private final List<Path> folders;
    private final Input input;
    private final StartingSchema start;
    private History history;
    private Consistency consistency = Consistency.ASSUMED;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final boolean traced;
    private List<Trace> traces = List.of();

    /**
     * The check of a project.
     *
     * @param rules those that run there
     * @param folders absolute paths of the folders that the run is about as a whole
     * @param traced whether what happened is recorded for reports that draw it
     */
    ProjectCheck(Project project, List<Rule> rules, List<Path> folders, boolean traced) {
        this.request = project.request();
        this.folders = folders;
        this.rules = rules;
        this.traced = traced;
        this.start = StartingSchema.of(request);
        this.input = Input.of(project, Input.Order.OF_THE_TOOL);
        this.history = ofInput();
        start.problem().ifPresent(problems::add);
        problems.addAll(input.problems());
    }

    /** Plays and judges; nothing is judged on a schema that was asked for and cannot be read. */
    ProjectCheck run() {
        if (start.problem().isEmpty()) {
            var known = List.copyOf(problems);
            Set<Integer> contradictions = play();
            if (start.script().isEmpty()) {
                consistency = Consistency.of(history, contradictions);
            }
            if (!consistency.holds()) {
                history = history.open();
                findings.clear();
                problems.clear();
                problems.addAll(known);
                play();
            }
        }
        return this;
    }

    /** Plays and judges once, and tells which migrations contradict those before them. */
    private Set<Integer> play() {
        var guard = new Guard(problems);
        var replay = new Replay(
                request.dialect(),
                history.engine(),
                history.complete(),
                history.review().release(),
                history.migrations(),
                request.deployment().on(request.dialect()),
                consistency.holds());
        start.script().ifPresent(script -> guard.migration(script, () -> replay.begin(script)));
        var suspicions = new Suspicions(guard);
        var tracer = new Tracer();
        var judge = new MigrationJudge(
                rules,
                replay,
                WaysBack.among(history.migrations()),
                input.older(),
                suspicions,
                guard,
                findings::add,
                traced ? tracer : Recorder.NONE);
        for (Migration migration : history.migrations()) {
            if (migration.underReview()) {
                problems.addAll(NotUnderstood.in(migration));
            }
            judge.play(migration);
        }
        suspicions.endOfHistory(replay.schema(), findings);
        rules.forEach(rule -> guard.rule(rule, () -> rule.finish(history, findings::add)));
        traces = tracer.traces();
        return replay.contradictions();
    }

    History history() {
        return history;
    }

    /** What was found; where something went wrong nobody knows what was not. */
    Reviewed reviewed() {
        boolean broken = start.problem().isPresent()
                || problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.INTERNAL);
        return new Reviewed(history, findings, request.policy(), broken ? List.of() : folders);
    }

    List<Problem> problems() {
        return problems;
    }

    /** What the migrations under review do, where somebody wants to know. */
    List<Trace> traces() {
        return traces;
    }

    private History ofInput() {
        boolean known = input.set().historySize() > 0 || hasFolder() || request.history() instanceof HistoryMode.Folder;
        boolean complete = start.script().isPresent() || (known && Beginning.isFromNothing(input.migrations()));
        return new History(
                request.engine(),
                request.engineSource(),
                input.set().framework().label(),
                input.set().reason(),
                input.migrations(),
                complete,
                new Review(release(), request.changes(), start.script().map(Migration::path)));
    }

    /** Named files, and files that changed, ship together; a whole folder is a history of many releases. */
    private ReleaseMode release() {
        boolean everything = hasFolder() && request.changes().isEmpty();
        return request.release().orElse(everything ? ReleaseMode.EACH : ReleaseMode.TOGETHER);
    }

    private boolean hasFolder() {
        return request.paths().stream().anyMatch(Files::isDirectory);
    }

    /** What people should know about how the files were chosen. */
    List<String> notes() {
        var notes = new ArrayList<>(input.set().notes());
        notes.addAll(input.notes());
        start.note().ifPresent(notes::add);
        if (!consistency.holds()) {
            notes.add(consistency.note());
        }
        return notes;
    }

    /** Counts what is judged; a statement that could not be read counts wherever it stands. */
    Counts counts() {
        int migrations = 0;
        int statements = 0;
        int notUnderstood = 0;
        int before = 0;
        int notUnderstoodBefore = 0;
        for (Migration migration : history.migrations()) {
            List<Statement> all = migration.statements();
            int unparsed = (int) all.stream().filter(NotUnderstood::concerns).count();
            if (migration.underReview()) {
                migrations += migration.direction() == Direction.UP ? 1 : 0;
                statements += migration.direction() == Direction.NONE ? unparsed : all.size();
                notUnderstood += unparsed;
            } else if (migration.direction() == Direction.UP) {
                before++;
                notUnderstoodBefore += unparsed;
            }
        }
        return new Counts(migrations, statements, notUnderstood, before, notUnderstoodBefore);
    }
}

package io.github.migralint;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Rehearsal;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.FileProblem;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.inspection.InspectedFile;
import io.github.migralint.inspection.InspectedStatement;
import io.github.migralint.inspection.Inspection;
import io.github.migralint.report.Problem;
import io.github.migralint.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Replays all files of a request as one history and writes down what each statement does. */
final class Inspector {
    private final Request request;
    private final Input input;
    private final List<Problem> problems;
    private final Replay replay;
    private final IdentityHashMap<SourceText, List<InspectedStatement>> statements = new IdentityHashMap<>();

    Inspector(Request asked) {
        List<Project> projects = Division.of(asked);
        this.request = ofOneEngine(asked, projects.getFirst().request());
        this.input = Input.of(new Project(request, all(projects)), Input.Order.AS_NAMED);
        this.problems = new ArrayList<>(input.problems());
        others(projects).ifPresent(problems::add);
        boolean complete = Beginning.isFromNothing(input.migrations());
        this.replay = new Replay(request.dialect(), request.engine(), complete, ReleaseMode.EACH);
    }

    /** All that was asked for, meant for the engine of one of its projects. */
    private static Request ofOneEngine(Request asked, Request project) {
        return asked.meantFor(project.dialect(), project.version(), project.writtenVersion(), project.engineSource());
    }

    /** The migrations of all projects that are meant for the engine, as one history. */
    private MigrationSet all(List<Project> projects) {
        MigrationSet first = projects.getFirst().found();
        if (projects.size() == 1) {
            return first;
        }
        MigrationSet all = Frameworks.detect(request.paths(), Input.options(request, request.dialect()));
        var told = new ArrayList<>(all.problems());
        first.problems().stream()
                .filter(problem -> problem.kind() == FileProblem.Kind.OTHER_ENGINE)
                .forEach(told::add);
        return new MigrationSet(all.framework(), all.reason(), all.files(), all.notes(), told);
    }

    /** What is there besides the engine that is shown. */
    private Optional<Problem> others(List<Project> projects) {
        List<String> others = projects.stream()
                .map(project -> project.request().dialect())
                .filter(dialect -> !dialect.name().equals(request.dialect().name()))
                .map(Dialect::label)
                .distinct()
                .toList();
        String shown = request.engine() + " is shown; --dialect shows ";
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(Problem.Kind.FILE, "", shown + String.join(" or ", others) + "."));
    }

    Inspection run() {
        var guard = new Guard(problems);
        for (Migration migration : input.migrations()) {
            if (migration.underReview()) {
                problems.addAll(NotUnderstood.in(migration));
                guard.migration(migration, () -> inspect(migration));
            } else {
                guard.migration(migration, () -> replay.apply(migration));
            }
        }
        return new Inspection(
                request.engine(), request.engineSource(), files(), replay.schema(), replay.uncertainNames(), problems);
    }

    private void inspect(Migration migration) {
        List<InspectedStatement> all = statements.computeIfAbsent(migration.text(), text -> new ArrayList<>());
        if (migration.direction() != Direction.UP) {
            migration
                    .statements()
                    .forEach(statement ->
                            all.add(InspectedStatement.of(statement, migration.direction(), aside(statement))));
            return;
        }
        for (Step step : replay.steps(migration)) {
            all.add(InspectedStatement.of(step, migration.direction()));
        }
    }

    /** What a statement that is no part of the replay would do to the schema as it is now, which it leaves as it is. */
    private Effects aside(Statement statement) {
        return Rehearsal.effectsOf(
                statement, replay.schema(), request.dialect(), request.version(), ExecutionContext.ALONE);
    }

    private List<InspectedFile> files() {
        var files = new ArrayList<InspectedFile>();
        var done = new IdentityHashMap<SourceText, Boolean>();
        for (Migration migration : input.migrations()) {
            if (migration.underReview() && done.put(migration.text(), true) == null) {
                files.add(file(migration));
            }
        }
        return files;
    }

    private InspectedFile file(Migration first) {
        List<InspectedStatement> all = statements.getOrDefault(first.text(), List.of()).stream()
                .sorted(Comparator.comparingInt(
                        inspected -> inspected.statement().span().start()))
                .toList();
        Migration main = input.migrations().stream()
                .filter(migration -> migration.text() == first.text()
                        && !migration.statements().isEmpty())
                .findFirst()
                .orElse(first);
        return new InspectedFile(
                main.text(),
                input.set().framework().name(),
                main.direction(),
                main.transaction().mode(),
                all);
    }
}

package io.github.migralint;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.UnreadCode;
import io.github.migralint.dialect.Script;
import io.github.migralint.history.Migration;
import io.github.migralint.report.Problem;
import io.github.migralint.rule.Place;
import io.github.migralint.source.SourceProblem;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The parts of a migration that could not be read: whole statements, and parts of the code in DO blocks and routines. */
final class NotUnderstood {
    private NotUnderstood() {}

    /** Whether a statement could not be read, or not all of the code in it. */
    static boolean concerns(Statement statement) {
        return !UnreadCode.in(statement).isEmpty();
    }

    /** One problem for each statement or part of a body that was not read, and for damage outside of them. */
    static List<Problem> in(Migration migration) {
        var problems = new ArrayList<Problem>();
        for (Script script : migration.scripts()) {
            var damages = new TreeMap<Integer, SourceProblem>();
            script.problems()
                    .forEach(problem -> damages.putIfAbsent(problem.span().start(), problem));
            for (Statement statement : script.statements()) {
                for (UnreadCode code : UnreadCode.in(statement)) {
                    problems.add(of(migration, code, takeDamage(damages, code.span())));
                }
            }
            for (SourceProblem damage : damages.values()) {
                problems.add(Problem.at(
                        Problem.Kind.FILE, new Place(migration.text(), damage.span()), sentence(damage.message())));
            }
        }
        return problems;
    }

    private static Problem of(Migration migration, UnreadCode code, Optional<SourceProblem> damage) {
        Span span = damage.map(SourceProblem::span).orElse(code.problemSpan());
        String why = damage.map(SourceProblem::message).orElse(code.problem());
        return Problem.at(
                Problem.Kind.NOT_UNDERSTOOD,
                new Place(migration.text(), span),
                code.name() + " was not understood: " + sentence(why));
    }

    /** The first damage inside a statement, which explains why it was not read; the others there have no other cause. */
    private static Optional<SourceProblem> takeDamage(NavigableMap<Integer, SourceProblem> damages, Span statement) {
        Map<Integer, SourceProblem> inside = damages.subMap(statement.start(), true, statement.end(), true);
        Optional<SourceProblem> first = inside.values().stream().findFirst();
        inside.clear();
        return first;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}

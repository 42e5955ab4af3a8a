package io.github.migralint;

import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.report.Problem;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Rule;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;

/** Keeps a defect of Migralint from ending a run: it becomes a problem that says where, and the rest goes on. */
final class Guard {
    private static final int SNIPPET = 60;

    private final List<Problem> problems;

    Guard(List<Problem> problems) {
        this.problems = problems;
    }

    void rule(Rule rule, Step step, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | StackOverflowError e) {
            var place = new Place(
                    step.migration().text(), step.place(step.statement().span()));
            problems.add(Problem.at(
                    Problem.Kind.INTERNAL,
                    place,
                    message("the rule " + rule.info().id(), place, e)));
        }
    }

    void rule(Rule rule, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(Problem.of(
                    Problem.Kind.INTERNAL,
                    "",
                    "Internal error in the rule " + rule.info().id() + ": " + e + "."));
        }
    }

    void migration(Migration migration, Runnable replay) {
        try {
            replay.run();
        } catch (RuntimeException | StackOverflowError e) {
            var place = new Place(migration.text(), new Span(0, 0));
            problems.add(Problem.at(Problem.Kind.INTERNAL, place, message("the replay of this migration", place, e)));
        }
    }

    private static String message(String where, Place place, Throwable failure) {
        SourceText text = place.text();
        String line = text.line(text.position(place.span().start()).line()).strip();
        String snippet = line.length() > SNIPPET ? line.substring(0, SNIPPET) + "…" : line;
        return "Internal error in " + where + " at \"" + snippet + "\": " + failure + ".";
    }
}

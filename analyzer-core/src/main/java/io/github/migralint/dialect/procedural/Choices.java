package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Branch;
import io.github.migralint.ast.ProceduralStatement.Choice;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Proviso;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** IF and CASE: which branch runs, or which may. */
final class Choices {
    private final Interpreter interpreter;

    Choices(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** What may run, and what must hold for it. */
    private record Alternative(Proviso proviso, List<ProceduralStatement> body) {}

    Course choose(Choice choice, List<Proviso> provisos) {
        List<Alternative> open = new ArrayList<>();
        for (Branch branch : choice.branches()) {
            Value holds = interpreter.holds(branch.condition());
            if (holds instanceof Value.Truth(boolean truth) && truth) {
                return oneOf(open, Optional.of(branch.body()), branch.span(), provisos);
            }
            if (holds instanceof Value.Unknown) {
                open.add(new Alternative(proviso(branch.condition()), branch.body()));
            }
        }
        return choice.exhaustive()
                ? oneOf(open, Optional.empty(), choice.span(), provisos)
                : oneOf(open, Optional.of(choice.otherwise()), choice.span(), provisos);
    }

    private Proviso proviso(Expression condition) {
        return new Proviso(Excerpt.of(condition) + " holds", condition.span());
    }

    /** One of the open alternatives runs, or else the last, which is an error where there is none. */
    private Course oneOf(
            List<Alternative> open, Optional<List<ProceduralStatement>> last, Span place, List<Proviso> provisos) {
        if (open.isEmpty()) {
            return last.map(body -> interpreter.sequence(body, provisos))
                    .orElseGet(() -> Course.left(
                            Exit.Failure.of(interpreter.language().noBranch(), "No branch of the CASE holds.", place)));
        }
        List<Alternative> alternatives = new ArrayList<>(open);
        last.ifPresent(body -> alternatives.add(new Alternative(neither(open, place), body)));
        // A branch that ends everything with an error leaves the others: where it runs, nothing of the file is left.
        List<Alternative> lasting = alternatives.stream()
                .filter(alternative -> !endsAll(alternative.body()))
                .toList();
        if (lasting.isEmpty()) {
            return interpreter.sequence(alternatives.getFirst().body(), provisos);
        }
        return lasting.size() == 1 ? interpreter.sequence(lasting.getFirst().body(), provisos) : any(lasting, provisos);
    }

    private Proviso neither(List<Alternative> open, Span place) {
        String words = open.size() == 1
                ? open.getFirst().proviso().words().replaceFirst(" holds$", " does not hold")
                : "none of the conditions before it holds";
        return new Proviso(words, place);
    }

    /** Whether the statements surely raise an error that nothing catches. */
    private boolean endsAll(List<ProceduralStatement> body) {
        for (ProceduralStatement statement : body) {
            switch (statement) {
                case ProceduralStatement.Raise raise -> {
                    if (raise.fails()) {
                        String state = interpreter.errorOf(raise);
                        return !interpreter.guards().catches(state);
                    }
                }
                case ProceduralStatement.Sql ignored -> {}
                case ProceduralStatement.Assignment ignored -> {}
                case ProceduralStatement.Other ignored -> {}
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Each alternative begins where the others begin; afterwards nobody knows which one it was. */
    private Course any(List<Alternative> alternatives, List<Proviso> provisos) {
        Execution execution = interpreter.execution();
        Execution.Moment base = execution.now();
        List<Map<String, Value>> values = interpreter.frames().values();
        Set<Exit> exits = new LinkedHashSet<>();
        List<Execution.Moment> ends = new ArrayList<>();
        Optional<Execution.Moment> goesOn = Optional.empty();
        Optional<Exit> left = Optional.empty();
        for (Alternative alternative : alternatives) {
            execution.returnTo(base);
            interpreter.frames().restore(values);
            Course course = interpreter.sequence(alternative.body(), Interpreter.and(provisos, alternative.proviso()));
            exits.addAll(course.possible());
            if (course.end().isEmpty()) {
                ends.add(execution.now());
                goesOn = goesOn.or(() -> Optional.of(execution.now()));
            } else if (!interpreter.endsAll(course.end().get())) {
                ends.add(execution.now());
                exits.add(course.end().get());
                left = course.end();
            } else if (left.isEmpty()) {
                left = course.end();
            }
        }
        execution.returnTo(goesOn.or(() -> ends.stream().findFirst()).orElse(base));
        ends.forEach(end -> execution.unsure(base, end));
        alternatives.forEach(alternative -> interpreter.frames().forget(Assigned.in(alternative.body())));
        return new Course(goesOn.isPresent() ? Optional.empty() : left, exits);
    }
}

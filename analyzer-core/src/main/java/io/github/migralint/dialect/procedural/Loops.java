package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement.Loop;
import io.github.migralint.ast.ProceduralStatement.LoopHeader;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Proviso;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops: round by round where one knows what they go through, else a single round that may run. */
final class Loops {
    private final Interpreter interpreter;
    private final Commands commands;

    Loops(Interpreter interpreter, Commands commands) {
        this.interpreter = interpreter;
        this.commands = commands;
    }

    Course loop(Loop loop, List<Proviso> provisos) {
        interpreter.frames().open(loop.label().map(Identifier::value));
        Course course = switch (loop.header()) {
            case LoopHeader.Endless ignored -> whileTrue(loop, Optional.empty(), provisos);
            case LoopHeader.While header -> whileTrue(loop, Optional.of(header.condition()), provisos);
            case LoopHeader.Range header -> range(loop, header, provisos);
            case LoopHeader.Rows header -> {
                Course reading =
                        interpreter.run(header.statement(), header.query().span(), Optional.empty(), provisos);
                yield reading.end().isPresent()
                        ? reading
                        : rows(loop, header.variables(), interpreter.rows(header.query()), provisos);
            }
            case LoopHeader.CommandRows header ->
                rows(loop, header.variables(), commands.rows(header.command(), header.using()), provisos);
            case LoopHeader.CursorRows header ->
                rows(
                        loop,
                        List.of(header.variable()),
                        interpreter.cursor(header.cursor().value()).flatMap(interpreter::rows),
                        provisos);
            case LoopHeader.Elements header -> elements(loop, header, provisos);
        };
        interpreter.frames().close();
        return course;
    }

    /** What is done before a round: the loop variable gets its value. */
    private interface Round {
        void begin();
    }

    private Course rows(Loop loop, List<Identifier> variables, Optional<List<Value.Row>> rows, List<Proviso> provisos) {
        List<String> names = variables.stream().map(Identifier::value).toList();
        names.stream()
                .filter(name -> interpreter.frames().value(name).isEmpty())
                .forEach(name -> interpreter.frames().declare(name, Value.UNKNOWN, false));
        if (rows.isEmpty()) {
            return unknown(loop, names, provisos);
        }
        List<Round> rounds =
                rows.get().stream().<Round>map(row -> () -> takeRow(row, names)).toList();
        return known(loop, rounds, names, provisos);
    }

    private void takeRow(Value.Row row, List<String> names) {
        boolean whole = names.size() == 1 && !interpreter.frames().isScalar(names.getFirst());
        if (whole) {
            interpreter.frames().assign(names.getFirst(), row);
        } else {
            interpreter.takeRow(row, names);
        }
    }

    private Course elements(Loop loop, LoopHeader.Elements header, List<Proviso> provisos) {
        List<String> names = header.variables().stream().map(Identifier::value).toList();
        if (interpreter.evaluate(header.array()) instanceof Value.Array(List<Value> elements) && names.size() == 1) {
            List<Round> rounds = elements.stream()
                    .<Round>map(element -> () -> interpreter.frames().assign(names.getFirst(), element))
                    .toList();
            return known(loop, rounds, names, provisos);
        }
        return unknown(loop, names, provisos);
    }

    private Course range(Loop loop, LoopHeader.Range header, List<Proviso> provisos) {
        String name = header.variable().value();
        interpreter.frames().declare(name, Value.UNKNOWN, true);
        Optional<Long> from = number(header.from());
        Optional<Long> to = number(header.to());
        Optional<Long> step = header.step().map(this::number).orElse(Optional.of(1L));
        if (from.isEmpty() || to.isEmpty() || step.isEmpty() || step.get() < 1) {
            return unknown(loop, List.of(name), provisos);
        }
        List<Round> rounds = new ArrayList<>();
        long at = from.get();
        while ((header.reverse() ? at >= to.get() : at <= to.get()) && rounds.size() <= Budget.ROUNDS) {
            var value = new Value.Number(BigDecimal.valueOf(at));
            rounds.add(() -> interpreter.frames().assign(name, value));
            at += header.reverse() ? -step.get() : step.get();
        }
        return known(loop, rounds, List.of(name), provisos);
    }

    private Optional<Long> number(Expression expression) {
        return interpreter.evaluate(expression) instanceof Value.Number(BigDecimal number)
                        && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    private Course known(Loop loop, List<Round> rounds, List<String> variables, List<Proviso> provisos) {
        interpreter.frames().found(new Value.Truth(!rounds.isEmpty()));
        if (rounds.size() > Budget.ROUNDS) {
            return unknown(loop, variables, provisos);
        }
        var run = new Rounds(loop, provisos);
        for (Round round : rounds) {
            if (run.over()) {
                break;
            }
            round.begin();
            run.round();
        }
        return run.course();
    }

    private Course whileTrue(Loop loop, Optional<Expression> condition, List<Proviso> provisos) {
        var run = new Rounds(loop, provisos);
        for (int i = 0; i <= Budget.ROUNDS && !run.over(); i++) {
            Value holds = condition.map(interpreter::holds).orElse(new Value.Truth(true));
            boolean known = holds instanceof Value.Truth || holds instanceof Value.Null;
            if (!known || i == Budget.ROUNDS || run.unsure()) {
                // What further rounds do was seen in the first one.
                interpreter.frames().forget(Assigned.in(loop.body()));
                return i == 0 ? unknown(loop, List.of(), provisos) : run.course();
            }
            if (!holds.equals(new Value.Truth(true))) {
                break;
            }
            run.round();
        }
        return run.course();
    }

    /** A single round stands for all; its variables may have any value. */
    private Course unknown(Loop loop, List<String> variables, List<Proviso> provisos) {
        interpreter.frames().forget(variables);
        interpreter.frames().forget(Assigned.in(loop.body()));
        interpreter.frames().found(Value.UNKNOWN);
        var proviso = new Proviso("the loop has something to go through", loop.span());
        Course course = interpreter.maybe(loop.body(), Interpreter.and(provisos, proviso));
        interpreter.frames().forget(variables);
        Set<Exit> exits = new LinkedHashSet<>(course.exits());
        exits.removeIf(exit -> isOwn(loop, exit));
        return Course.maybeLeft(exits);
    }

    private static boolean isOwn(Loop loop, Exit exit) {
        return exit instanceof Exit.Leave(boolean continues, Optional<String> label)
                && (label.isEmpty() || label.equals(loop.label().map(Identifier::value)));
    }

    /** The rounds of a loop, one after the other. */
    private final class Rounds {
        private final Loop loop;
        private final Set<Exit> possible = new LinkedHashSet<>();
        private List<Proviso> provisos;
        private Optional<Exit> end = Optional.empty();
        private Optional<Execution.Moment> unsureSince = Optional.empty();
        private boolean left;

        Rounds(Loop loop, List<Proviso> provisos) {
            this.loop = loop;
            this.provisos = provisos;
        }

        boolean over() {
            return left || end.isPresent() || interpreter.budget().exhausted();
        }

        /** Whether nobody knows if a further round runs. */
        boolean unsure() {
            return unsureSince.isPresent();
        }

        void round() {
            Course course = interpreter.sequence(loop.body(), provisos);
            for (Exit exit : course.possible()) {
                if (!isOwn(loop, exit)) {
                    possible.add(exit);
                }
            }
            course.end().ifPresent(this::leave);
            boolean mayHaveLeft = course.possible().stream()
                    .anyMatch(exit -> !(exit instanceof Exit.Leave leave && leave.continues() && isOwn(loop, exit)));
            if (mayHaveLeft && unsureSince.isEmpty()) {
                unsureSince = Optional.of(interpreter.execution().now());
                provisos =
                        Interpreter.and(provisos, new Proviso("the loop goes on after its first round", loop.span()));
            }
        }

        private void leave(Exit exit) {
            if (isOwn(loop, exit)) {
                left = exit instanceof Exit.Leave leave && !leave.continues();
            } else {
                end = Optional.of(exit);
            }
        }

        Course course() {
            if (unsureSince.isPresent()) {
                interpreter
                        .execution()
                        .unsure(unsureSince.get(), interpreter.execution().now());
                interpreter.frames().forget(Assigned.in(loop.body()));
            }
            return new Course(end, possible);
        }
    }
}

package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Handler;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Proviso;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A block with handlers: when it fails, one of them runs, and where the language says so, all that it did is taken back. */
final class Handling {
    private final Interpreter interpreter;

    Handling(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Course run(Block block, List<Proviso> provisos) {
        Execution execution = interpreter.execution();
        Execution.Moment begin = execution.now();
        interpreter.guards().open(block.handlers());
        Course body = interpreter.sequence(block.body(), provisos);
        Set<Exit> others = new LinkedHashSet<>(body.possible());
        List<Handler> asked = block.handlers().stream()
                .filter(handler -> others.removeIf(exit -> catches(handler, exit)))
                .toList();
        boolean risked = interpreter.guards().close() || !asked.isEmpty();
        Optional<Handler> caught = body.end().flatMap(exit -> handlerOf(block, exit));
        if (caught.isPresent()) {
            execution.returnTo(failing(begin));
            return handled(caught.get(), others, provisos);
        }
        return risked ? maybeHandled(block, begin, new Course(body.end(), others), provisos) : body;
    }

    /** The state in which a handler begins when the body failed just now. */
    private Execution.Moment failing(Execution.Moment begin) {
        return interpreter.language().takesBack()
                ? begin
                : interpreter.execution().now();
    }

    /** The body surely fails, unless it was left before. */
    private Course handled(Handler handler, Set<Exit> others, List<Proviso> provisos) {
        if (others.isEmpty()) {
            return interpreter.sequence(handler.body(), provisos);
        }
        Course course = interpreter.maybe(handler.body(), Interpreter.and(provisos, proviso(handler)));
        var exits = new LinkedHashSet<>(course.possible());
        exits.addAll(others);
        return new Course(course.end(), exits);
    }

    private Optional<Handler> handlerOf(Block block, Exit exit) {
        return block.handlers().stream()
                .filter(handler -> catches(handler, exit))
                .findFirst();
    }

    private boolean catches(Handler handler, Exit exit) {
        return exit instanceof Exit.Failure failure
                && interpreter.language().catches(handler.conditions(), failure.sqlState());
    }

    /** The body may have failed: then one of the handlers ran on the state from before it. */
    private Course maybeHandled(Block block, Execution.Moment begin, Course body, List<Proviso> provisos) {
        Execution execution = interpreter.execution();
        Execution.Moment end = execution.now();
        boolean lasting = false;
        var exits = new LinkedHashSet<>(body.possible());
        boolean takesBack = interpreter.language().takesBack();
        for (Handler handler : block.handlers()) {
            if (handler.continues()) {
                continue;
            }
            execution.returnTo(takesBack ? begin : end);
            Course course = interpreter.sequence(handler.body(), Interpreter.and(provisos, proviso(handler)));
            if (course.end().filter(interpreter::endsAll).isPresent()) {
                continue;
            }
            lasting = true;
            Execution.Moment handled = execution.now();
            execution.returnTo(end);
            execution.unsure(begin, handled);
            end = execution.now();
            exits.addAll(course.exits());
            interpreter.frames().forget(Assigned.in(handler.body()));
        }
        execution.returnTo(end);
        if (lasting) {
            execution.unsure(begin, end);
            interpreter.frames().forget(Assigned.in(block.body()));
        }
        return body.end().isPresent() && lasting
                ? Course.maybeLeft(with(exits, body.end().get()))
                : new Course(body.end(), exits);
    }

    private static Set<Exit> with(Set<Exit> exits, Exit another) {
        var all = new LinkedHashSet<>(exits);
        all.add(another);
        return all;
    }

    private Proviso proviso(Handler handler) {
        String error = handler.conditions().stream().anyMatch(interpreter.language()::isAny)
                ? "the block before it fails"
                : "the block before it fails with " + String.join(" or ", handler.conditions());
        return new Proviso(error, handler.span());
    }
}

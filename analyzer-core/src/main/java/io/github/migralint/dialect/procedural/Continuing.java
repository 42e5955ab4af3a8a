package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.ProceduralStatement.Handler;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Proviso;
import io.github.migralint.effect.Effects;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** Handlers that run when a statement fails, and let the block go on behind it. */
final class Continuing {
    private final Interpreter interpreter;

    Continuing(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A statement failed. */
    Course failed(Exit.Failure failure, List<Proviso> provisos) {
        return interpreter
                .guards()
                .continuing(failure.sqlState())
                .map(handler -> handle(handler, provisos))
                .orElseGet(() -> Course.left(failure));
    }

    private Course handle(Handler handler, List<Proviso> provisos) {
        return interpreter.guards().outside(() -> interpreter.sequence(handler.body(), provisos));
    }

    /** A statement ran, unless it failed and was passed over. */
    Course ran(Statement statement, Effects effects, Execution.Moment before, List<Proviso> provisos) {
        Optional<Handler> handler = interpreter.guards().mayContinue(statement, effects);
        if (handler.isEmpty()) {
            return Course.THROUGH;
        }
        Execution execution = interpreter.execution();
        execution.unsure(before, execution.now());
        return maybe(handler.get(), statement.span(), "the statement before it fails", provisos);
    }

    /** Variables get no row, or nobody knows whether they do. */
    Course noRow(boolean surely, Span place, List<Proviso> provisos) {
        Optional<Handler> handler =
                interpreter.guards().continuing(interpreter.language().noRow());
        if (handler.isEmpty()) {
            return Course.THROUGH;
        }
        return surely ? handle(handler.get(), provisos) : maybe(handler.get(), place, "there is no row", provisos);
    }

    private Course maybe(Handler handler, Span place, String words, List<Proviso> provisos) {
        List<Proviso> all = Interpreter.and(provisos, new Proviso(words, place));
        return interpreter.guards().outside(() -> interpreter.maybe(handler.body(), all));
    }
}

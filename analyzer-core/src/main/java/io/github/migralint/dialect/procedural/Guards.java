package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.ProceduralStatement.Handler;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effects;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The blocks with handlers that are open, innermost first. */
final class Guards {
    private final class Guard {
        private final List<Handler> handlers;
        private boolean risked;

        Guard(List<Handler> handlers) {
            this.handlers = handlers;
        }

        boolean catches(String sqlState) {
            return handlers.stream().anyMatch(handler -> language.catches(handler.conditions(), sqlState));
        }

        Optional<Handler> continuing(Predicate<Handler> catching) {
            return handlers.stream().filter(catching).findFirst().filter(Handler::continues);
        }

        boolean mayCatch(Statement statement, Effects effects) {
            return handlers.stream()
                    .flatMap(handler -> handler.conditions().stream())
                    .anyMatch(condition -> language.mayFail(statement, effects, condition));
        }
    }

    private final Language language;
    private final Deque<Guard> open = new ArrayDeque<>();

    Guards(Language language) {
        this.language = language;
    }

    void open(List<Handler> handlers) {
        open.push(new Guard(handlers));
    }

    /** Closes the innermost; tells whether something in it may have failed with an error that it catches. */
    boolean close() {
        return open.pop().risked;
    }

    /** Whether some open block catches the error. */
    boolean catches(String sqlState) {
        return open.stream().anyMatch(guard -> guard.catches(sqlState));
    }

    /** The handler that goes on behind an error, if the innermost that catches it does. */
    Optional<Handler> continuing(String error) {
        return open.stream()
                .filter(guard -> guard.catches(error))
                .findFirst()
                .flatMap(guard -> guard.continuing(handler -> language.catches(handler.conditions(), error)));
    }

    /** The handler that may have to go on behind a statement that ran. */
    Optional<Handler> mayContinue(Statement statement, Effects effects) {
        return open.stream()
                .filter(guard -> guard.mayCatch(statement, effects))
                .findFirst()
                .flatMap(guard -> guard.continuing(handler -> handler.conditions().stream()
                        .anyMatch(condition -> language.mayFail(statement, effects, condition))));
    }

    /** Does something to which the blocks that are open now do not hold, as the body of one of their handlers. */
    <T> T outside(Supplier<T> work) {
        var kept = new ArrayDeque<>(open);
        open.clear();
        T result = work.get();
        open.addAll(kept);
        return result;
    }

    /** Remembers that a statement ran, which may have failed. */
    void ran(Statement statement, Effects effects) {
        for (Guard guard : open) {
            if (guard.mayCatch(statement, effects)) {
                guard.risked = true;
                return;
            }
        }
    }

    /** Remembers that something may have failed with an error. */
    void risk(String sqlState) {
        open.stream().filter(guard -> guard.catches(sqlState)).findFirst().ifPresent(guard -> guard.risked = true);
    }
}

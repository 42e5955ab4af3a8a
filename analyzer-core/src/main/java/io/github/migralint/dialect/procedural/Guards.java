package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.ProceduralStatement.Handler;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effects;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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

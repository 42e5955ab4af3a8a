package io.github.migralint.dialect.procedural;

import io.github.migralint.effect.Effect;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** A way to leave a run of statements before its end. */
sealed interface Exit {
    /** The whole body ends. */
    record Return() implements Exit {}

    /** The loop or block of that label, or the innermost loop, ends or goes on with its next round. */
    record Leave(boolean continues, Optional<String> label) implements Exit {}

    /** An error. */
    record Failure(Effect.Fails error) implements Exit {
        static Failure of(String sqlState, String reason, Span place) {
            return new Failure(
                    new Effect.Fails(sqlState, Effect.Fails.Cause.OTHER, reason, Optional.empty(), List.of(), place));
        }

        String sqlState() {
            return error.sqlState();
        }
    }
}

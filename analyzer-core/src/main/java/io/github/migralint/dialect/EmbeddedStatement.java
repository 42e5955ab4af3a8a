package io.github.migralint.dialect;

import io.github.migralint.ast.Statement;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A statement that stands inside another and runs with it.
 *
 * @param statement the statement
 * @param place where it stands in the text of the outermost statement, or what puts it together
 * @param composed the text that was put together while the block ran, if it was: the spans of the statement are places there
 * @param provisos what must hold for it to run, outermost first; empty when it surely runs
 * @param caught which errors, by SQLSTATE, do not end the outermost statement
 */
public record EmbeddedStatement(
        Statement statement,
        Span place,
        Optional<SourceText> composed,
        List<Proviso> provisos,
        Predicate<String> caught) {
    public EmbeddedStatement {
        provisos = List.copyOf(provisos);
    }

    /** Whether it surely runs when the outermost statement does. */
    public boolean certain() {
        return provisos.isEmpty();
    }
}

package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Proviso;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * That a statement stands inside another and runs with it.
 *
 * @param host the statement of the migration that it stands in
 * @param place where it stands in the file, or what puts it together
 * @param composed the text that was put together while the host ran, if it was: the statement stands there
 * @param provisos what must hold for it to run, outermost first; empty when it surely runs
 */
public record Embedding(Statement host, Span place, Optional<SourceText> composed, List<Proviso> provisos) {
    public Embedding {
        provisos = List.copyOf(provisos);
    }

    /** What must hold for it to run, to be read after "only if"; empty when it surely runs. */
    public Optional<String> condition() {
        return provisos.isEmpty()
                ? Optional.empty()
                : Optional.of(provisos.getLast().words());
    }
}

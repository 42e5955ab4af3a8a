package io.github.migralint.trace;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a migration.
 *
 * @param place where it stands in the file, or what puts it together
 * @param source the text that its span is about: the file, or what was put together while a block ran
 * @param span where it stands in that text
 * @param condition what must hold for it to run, to be read after "only if"; none when it surely runs
 * @param inBlock whether it stands inside another statement
 * @param refusal why the engine refuses it, in a sentence, if it does
 * @param understood whether it could be read
 * @param certain whether everything that its effects depend on is known
 * @param work what it does that takes longer the more rows there are; that it also reads what it rewrites is not said
 */
public record TracedStatement(
        Span place,
        SourceText source,
        Span span,
        Optional<String> condition,
        boolean inBlock,
        Optional<String> refusal,
        boolean understood,
        boolean certain,
        List<TracedWork> work) {
    public TracedStatement {
        work = List.copyOf(work);
    }
}

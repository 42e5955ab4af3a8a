package io.github.migralint.rule;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;

/**
 * A place in a file.
 *
 * @param text the file
 * @param span the clause that matters
 */
public record Place(SourceText text, Span span) {
    /** What of it is on its first line: for readers that show a place only where they see all of its lines. */
    public Place firstLine() {
        Span line = text.lineSpan(text.position(span.start()).line());
        if (span.end() <= line.end()) {
            return this;
        }
        String shown = text.slice(new Span(span.start(), Math.max(span.start(), line.end())));
        return new Place(
                text,
                new Span(span.start(), span.start() + shown.stripTrailing().length()));
    }
}

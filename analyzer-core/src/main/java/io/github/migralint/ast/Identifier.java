package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * A name of one part.
 *
 * @param value the name as the engine stores it: folded by the dialect unless quoted, quotes and escapes resolved
 * @param quoted whether it was written in quotes
 * @param span where it stands, quotes included
 */
public record Identifier(String value, boolean quoted, Span span) implements Node {
    /** Whether a tool puts something else into the name before the server sees it. */
    public boolean hasPlaceholder() {
        return value.contains("${") || value.contains("{{") || value.contains(":");
    }

    @Override
    public String toString() {
        return value;
    }
}

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
    @Override
    public String toString() {
        return value;
    }
}

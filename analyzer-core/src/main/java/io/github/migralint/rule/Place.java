package io.github.migralint.rule;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;

/**
 * A place in a file.
 *
 * @param text the file
 * @param span the clause that matters
 */
public record Place(SourceText text, Span span) {}

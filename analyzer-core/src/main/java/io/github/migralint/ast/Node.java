package io.github.migralint.ast;

import io.github.migralint.source.Span;

/** Anything that has a place in a file. */
public interface Node {
    /** Where it stands, without surrounding blanks and comments. */
    Span span();
}

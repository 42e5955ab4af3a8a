package io.github.migralint.dialect;

import io.github.migralint.source.Span;

/**
 * Something that must hold for a statement inside another to run, and that nobody can tell without the database.
 *
 * @param words what must hold, to be read after "only if": {@code the loop has something to go through}
 * @param place what decides it, in the text of the outermost statement
 */
public record Proviso(String words, Span place) {}

package io.github.migralint.source;

/**
 * A comment, to the end of a line or in brackets.
 *
 * @param span where it stands, its marks included, the line end not
 * @param text its exact text, marks included
 */
public record Comment(Span span, String text) implements Lexeme {}

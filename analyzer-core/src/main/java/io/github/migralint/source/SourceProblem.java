package io.github.migralint.source;

/**
 * Damage in the text itself, below the level of statements.
 *
 * @param span where it stands
 * @param message one sentence without a period, for people
 */
public record SourceProblem(Span span, String message) {}

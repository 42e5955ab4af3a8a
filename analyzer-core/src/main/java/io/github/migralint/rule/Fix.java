package io.github.migralint.rule;

/**
 * What to write instead: one part of the safe way.
 *
 * @param when where it goes: {@code now}, {@code next migration}, {@code after the release that stops reading it}; may be empty
 * @param sql the statements, one a line, or a comment on what the application does
 */
public record Fix(String when, String sql) {}

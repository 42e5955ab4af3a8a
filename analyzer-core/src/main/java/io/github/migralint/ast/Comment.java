package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code COMMENT ON}.
 *
 * @param kind what is commented
 * @param object the object; a column is qualified by its table
 * @param text the comment; none removes it
 * @param span where it stands
 */
public record Comment(ObjectKind kind, ObjectReference object, Optional<String> text, Span span) implements Statement {}

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * A named option, as in {@code WITH (fillfactor = 70)}.
 *
 * @param name folded, with its namespace: {@code toast.autovacuum_enabled}
 * @param value its value without quotes, if one was given
 * @param span where it stands
 */
public record Option(String name, Optional<String> value, Span span) implements Node {}

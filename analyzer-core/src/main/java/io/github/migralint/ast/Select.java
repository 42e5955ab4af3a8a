package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A query on its own: {@code SELECT}, {@code VALUES}, {@code TABLE}, {@code WITH … SELECT}.
 *
 * @param query the query
 * @param calls functions called in a select list without FROM, such as {@code setval}
 * @param into the table that {@code SELECT INTO} creates
 * @param rowLock the clause of {@code FOR UPDATE} and its kin, upper case
 * @param span where it stands
 */
public record Select(
        Query query, List<FunctionCall> calls, Optional<QualifiedName> into, Optional<String> rowLock, Span span)
        implements Statement {
    public Select {
        calls = List.copyOf(calls);
    }
}

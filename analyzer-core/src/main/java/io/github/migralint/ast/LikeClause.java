package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code LIKE table} in CREATE TABLE.
 *
 * @param table the table that is copied
 * @param including what is copied, upper case; {@code ALL} included
 * @param excluding what is not
 * @param span where it stands
 */
public record LikeClause(QualifiedName table, List<String> including, List<String> excluding, Span span)
        implements TableElement {
    public LikeClause {
        including = List.copyOf(including);
        excluding = List.copyOf(excluding);
    }
}

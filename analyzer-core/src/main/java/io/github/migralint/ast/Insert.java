package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code INSERT}.
 *
 * @param table the table
 * @param columns the column list, where given
 * @param source where the rows come from
 * @param rows number of rows of VALUES, else 0
 * @param query the whole statement as tokens, with the relations it reads
 * @param onConflict whether it has ON CONFLICT
 * @param span where it stands
 */
public record Insert(
        QualifiedName table,
        List<Identifier> columns,
        Insert.Source source,
        int rows,
        Query query,
        boolean onConflict,
        Span span)
        implements Statement {
    public Insert {
        columns = List.copyOf(columns);
    }

    /** Where inserted rows come from. */
    public enum Source {
        VALUES,
        QUERY,
        DEFAULT_VALUES
    }
}

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
 * @param replace whether rows with the same key are deleted first: REPLACE
 * @param ignore whether rows that break a key are left out: INSERT IGNORE
 * @param span where it stands
 */
public record Insert(
        QualifiedName table,
        List<Identifier> columns,
        Insert.Source source,
        int rows,
        Query query,
        boolean onConflict,
        boolean replace,
        boolean ignore,
        Span span)
        implements Statement {
    /** An INSERT that neither replaces nor ignores. */
    public Insert(
            QualifiedName table,
            List<Identifier> columns,
            Insert.Source source,
            int rows,
            Query query,
            boolean onConflict,
            Span span) {
        this(table, columns, source, rows, query, onConflict, false, false, span);
    }

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

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code UPDATE}.
 *
 * @param table the table
 * @param only whether children are left out
 * @param columns the columns that are set
 * @param where the condition
 * @param query the whole statement as tokens, with the relations it reads besides the table
 * @param limited whether LIMIT bounds the rows
 * @param span where it stands
 */
public record Update(
        QualifiedName table,
        boolean only,
        List<Identifier> columns,
        Optional<Expression> where,
        Query query,
        boolean limited,
        Span span)
        implements Statement {
    /** Without LIMIT. */
    public Update(
            QualifiedName table,
            boolean only,
            List<Identifier> columns,
            Optional<Expression> where,
            Query query,
            Span span) {
        this(table, only, columns, where, query, false, span);
    }

    public Update {
        columns = List.copyOf(columns);
    }
}

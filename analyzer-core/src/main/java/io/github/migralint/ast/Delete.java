package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code DELETE}.
 *
 * @param table the table
 * @param only whether children are left out
 * @param where the condition
 * @param query the whole statement as tokens, with the relations it reads besides the table
 * @param limited whether LIMIT bounds the rows
 * @param span where it stands
 */
public record Delete(
        QualifiedName table, boolean only, Optional<Expression> where, Query query, boolean limited, Span span)
        implements Statement {
    /** Without LIMIT. */
    public Delete(QualifiedName table, boolean only, Optional<Expression> where, Query query, Span span) {
        this(table, only, where, query, false, span);
    }
}

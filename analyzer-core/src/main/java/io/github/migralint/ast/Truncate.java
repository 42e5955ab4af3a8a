package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code TRUNCATE}.
 *
 * @param tables the tables
 * @param only whether children are left out
 * @param restartIdentity whether owned sequences start again
 * @param cascade whether referencing tables are emptied too
 * @param span where it stands
 */
public record Truncate(List<QualifiedName> tables, boolean only, boolean restartIdentity, boolean cascade, Span span)
        implements Statement {
    public Truncate {
        tables = List.copyOf(tables);
    }
}

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code LOCK TABLE}.
 *
 * @param tables the tables
 * @param only whether children are left out
 * @param mode the mode in upper case, {@code ACCESS EXCLUSIVE} unless said otherwise
 * @param nowait whether it fails instead of waiting
 * @param span where it stands
 */
public record LockTable(List<QualifiedName> tables, boolean only, String mode, boolean nowait, Span span)
        implements Statement {
    public LockTable {
        tables = List.copyOf(tables);
    }
}

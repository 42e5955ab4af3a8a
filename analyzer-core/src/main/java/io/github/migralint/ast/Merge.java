package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code MERGE}.
 *
 * @param table the table
 * @param actions UPDATE, DELETE, INSERT, DO NOTHING, in order
 * @param bySource whether WHEN NOT MATCHED BY SOURCE or BY TARGET is said
 * @param returning whether it returns rows
 * @param query the whole statement as tokens, with the relations it reads besides the table
 * @param span where it stands
 */
public record Merge(
        QualifiedName table, List<String> actions, boolean bySource, boolean returning, Query query, Span span)
        implements Statement {
    public Merge {
        actions = List.copyOf(actions);
    }
}

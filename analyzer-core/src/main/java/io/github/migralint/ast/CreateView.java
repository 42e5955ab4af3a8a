package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code CREATE VIEW}.
 *
 * @param name the view
 * @param replace whether an existing view is replaced
 * @param persistence permanent or temporary
 * @param columns column names, where given
 * @param options its options
 * @param query what it reads
 * @param span where it stands
 */
public record CreateView(
        QualifiedName name,
        boolean replace,
        Persistence persistence,
        List<Identifier> columns,
        List<Option> options,
        Query query,
        Span span)
        implements Statement {
    public CreateView {
        columns = List.copyOf(columns);
        options = List.copyOf(options);
    }
}

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE VIEW}.
 *
 * @param name the view
 * @param replace whether an existing view is replaced
 * @param persistence permanent or temporary
 * @param columns column names, where given
 * @param options its options
 * @param query what it reads
 * @param definer the account whose rights it uses, where DEFINER names one
 * @param span where it stands
 */
public record CreateView(
        QualifiedName name,
        boolean replace,
        Persistence persistence,
        List<Identifier> columns,
        List<Option> options,
        Query query,
        Optional<String> definer,
        Span span)
        implements Statement {
    /** Without a named definer. */
    public CreateView(
            QualifiedName name,
            boolean replace,
            Persistence persistence,
            List<Identifier> columns,
            List<Option> options,
            Query query,
            Span span) {
        this(name, replace, persistence, columns, options, query, Optional.empty(), span);
    }

    public CreateView {
        columns = List.copyOf(columns);
        options = List.copyOf(options);
    }
}

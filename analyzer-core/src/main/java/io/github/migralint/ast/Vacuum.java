package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code VACUUM} and {@code ANALYZE}.
 *
 * @param vacuum false for a plain ANALYZE
 * @param options folded names: {@code full}, {@code analyze}, {@code freeze}, …
 * @param tables the tables; none for the whole database
 * @param span where it stands
 */
public record Vacuum(boolean vacuum, List<Option> options, List<QualifiedName> tables, Span span) implements Statement {
    public Vacuum {
        options = List.copyOf(options);
        tables = List.copyOf(tables);
    }
}

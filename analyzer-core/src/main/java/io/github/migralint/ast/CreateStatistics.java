package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE STATISTICS}.
 *
 * @param name its name, if given
 * @param ifNotExists whether it is skipped when the object exists
 * @param relations the relations it is about
 * @param span where it stands
 */
public record CreateStatistics(
        Optional<QualifiedName> name, boolean ifNotExists, List<QualifiedName> relations, Span span)
        implements Statement {
    public CreateStatistics {
        relations = List.copyOf(relations);
    }
}

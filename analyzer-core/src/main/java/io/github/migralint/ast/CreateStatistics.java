package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE STATISTICS}.
 *
 * @param name its name, if given
 * @param ifNotExists whether it is skipped when the object exists
 * @param elements the columns and expressions, as tokens
 * @param relations the relations it is about
 * @param span where it stands
 */
public record CreateStatistics(
        Optional<QualifiedName> name,
        boolean ifNotExists,
        List<Token> elements,
        List<QualifiedName> relations,
        Span span)
        implements Statement {
    public CreateStatistics {
        elements = List.copyOf(elements);
        relations = List.copyOf(relations);
    }
}

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;

/**
 * {@code CREATE RULE}.
 *
 * @param name its name
 * @param table the table or view
 * @param replace whether an existing one is replaced
 * @param event SELECT, INSERT, UPDATE or DELETE
 * @param conditional whether it has a WHERE
 * @param instead whether it takes the place of what was asked
 * @param action what is done, as tokens
 * @param span where it stands
 */
public record CreateRule(
        Identifier name,
        QualifiedName table,
        boolean replace,
        String event,
        boolean conditional,
        boolean instead,
        List<Token> action,
        Span span)
        implements Statement {
    public CreateRule {
        action = List.copyOf(action);
    }
}

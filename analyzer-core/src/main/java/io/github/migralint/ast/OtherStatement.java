package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * A statement that is read but about which nothing more is asked.
 *
 * @param kind the engine's own name for the kind of statement
 * @param objectKind the kind of object it is about, if one
 * @param objects the objects it names
 * @param tokens its tokens
 * @param inner the statement that it explains, prepares or opens a cursor for
 * @param span where it stands
 */
public record OtherStatement(
        String kind,
        Optional<ObjectKind> objectKind,
        List<ObjectReference> objects,
        List<Token> tokens,
        Optional<Statement> inner,
        Span span)
        implements Statement {
    public OtherStatement {
        objects = List.copyOf(objects);
        tokens = List.copyOf(tokens);
    }
}

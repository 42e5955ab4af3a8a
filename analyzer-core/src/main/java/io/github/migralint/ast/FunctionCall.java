package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * A call in a select list.
 *
 * @param function its name
 * @param arguments its arguments
 * @param span where it stands
 */
public record FunctionCall(QualifiedName function, List<Expression> arguments, Span span) implements Node {
    public FunctionCall {
        arguments = List.copyOf(arguments);
    }
}

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * An object named by a statement that may need more than a name: {@code TRIGGER x ON t}, {@code FUNCTION f(int)}.
 *
 * @param name its name
 * @param on the relation it belongs to, for triggers, rules, policies and constraints
 * @param arguments the argument types, where they were written
 * @param span where it stands
 */
public record ObjectReference(
        QualifiedName name, Optional<QualifiedName> on, Optional<List<TypeName>> arguments, Span span) implements Node {
    public ObjectReference {
        arguments = arguments.map(List::copyOf);
    }
}

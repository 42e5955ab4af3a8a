package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code CREATE TYPE … AS ENUM}.
 *
 * @param name the type
 * @param labels its labels in order
 * @param span where it stands
 */
public record CreateEnum(QualifiedName name, List<String> labels, Span span) implements Statement {
    public CreateEnum {
        labels = List.copyOf(labels);
    }
}

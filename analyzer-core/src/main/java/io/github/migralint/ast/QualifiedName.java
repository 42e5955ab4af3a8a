package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name of one or more parts, as in {@code shop.orders}.
 *
 * @param parts from the outermost to the object itself, at least one
 * @param span where it stands
 */
public record QualifiedName(List<Identifier> parts, Span span) implements Node {
    public QualifiedName {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name has at least one part");
        }
    }

    /** A name of one part. */
    public static QualifiedName of(Identifier name) {
        return new QualifiedName(List.of(name), name.span());
    }

    /** The last part: the object itself. */
    public Identifier last() {
        return parts.get(parts.size() - 1);
    }

    /** The value of the last part. */
    public String name() {
        return last().value();
    }

    /** The value of the part before the last, if there is one. */
    public Optional<String> schema() {
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(parts.get(parts.size() - 2).value());
    }

    /** Whether a tool puts something else into the name before the server sees it. */
    public boolean hasPlaceholder() {
        return parts.stream().anyMatch(Identifier::hasPlaceholder);
    }

    /** The parts joined by dots, unquoted: for messages and comparison, not for SQL. */
    @Override
    public String toString() {
        return parts.stream().map(Identifier::value).collect(Collectors.joining("."));
    }
}

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code REINDEX}.
 *
 * @param target what is rebuilt
 * @param name its name; may be left out for a database
 * @param concurrently whether writes may go on
 * @param options what stands in parentheses
 * @param span where it stands
 */
public record Reindex(
        Reindex.Target target, Optional<QualifiedName> name, boolean concurrently, List<Option> options, Span span)
        implements Statement {
    public Reindex {
        options = List.copyOf(options);
    }

    /** What is rebuilt. */
    public enum Target {
        INDEX,
        TABLE,
        SCHEMA,
        DATABASE,
        SYSTEM
    }
}

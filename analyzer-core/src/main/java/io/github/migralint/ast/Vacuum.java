package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code VACUUM} and {@code ANALYZE}.
 *
 * @param vacuum false for a plain ANALYZE
 * @param options folded names: {@code full}, {@code analyze}, {@code freeze}, …
 * @param targets the tables; none for the whole database
 * @param span where it stands
 */
public record Vacuum(boolean vacuum, List<Option> options, List<Vacuum.Target> targets, Span span)
        implements Statement {
    public Vacuum {
        options = List.copyOf(options);
        targets = List.copyOf(targets);
    }

    /**
     * A table to be worked on.
     *
     * @param table its name
     * @param only whether what inherits from it is left alone
     * @param columns the columns to be sampled; none for all
     */
    public record Target(QualifiedName table, boolean only, List<Identifier> columns) {
        public Target {
            columns = List.copyOf(columns);
        }
    }

    /** The names of the tables. */
    public List<QualifiedName> tables() {
        return targets.stream().map(Target::table).toList();
    }
}

package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * An index, not a key, in CREATE TABLE or {@code ADD INDEX}; a unique one is a {@link TableConstraint}.
 *
 * @param name its name; the engine makes one up when there is none
 * @param method {@code btree}, {@code hash}, {@code fulltext}, {@code spatial} or {@code vector}
 * @param elements its key parts
 * @param options names folded: {@code comment}, {@code invisible}, {@code ignored}, {@code key_block_size}, {@code parser}
 * @param span where it stands
 */
public record IndexDefinition(
        Optional<Identifier> name, String method, List<IndexElement> elements, List<Option> options, Span span)
        implements TableElement {
    public IndexDefinition {
        elements = List.copyOf(elements);
        options = List.copyOf(options);
    }
}

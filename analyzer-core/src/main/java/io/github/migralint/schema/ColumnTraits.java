package io.github.migralint.schema;

import io.github.migralint.ast.Expression;
import java.util.Optional;

/**
 * What only some engines know of a column.
 *
 * @param charset its character set, folded, for text
 * @param comment its comment
 * @param onUpdate what it is set to when its row changes
 * @param invisible whether {@code SELECT *} leaves it out
 */
public record ColumnTraits(
        Optional<String> charset, Optional<String> comment, Optional<Expression> onUpdate, boolean invisible) {
    /** None. */
    public static final ColumnTraits NONE =
            new ColumnTraits(Optional.empty(), Optional.empty(), Optional.empty(), false);
}

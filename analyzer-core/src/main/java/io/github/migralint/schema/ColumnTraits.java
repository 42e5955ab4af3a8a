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
 * @param checkName the name that the CHECK in its definition kept when the column was renamed
 */
public record ColumnTraits(
        Optional<String> charset,
        Optional<String> comment,
        Optional<Expression> onUpdate,
        boolean invisible,
        Optional<String> checkName) {
    /** Those of a column that was not renamed. */
    public ColumnTraits(
            Optional<String> charset, Optional<String> comment, Optional<Expression> onUpdate, boolean invisible) {
        this(charset, comment, onUpdate, invisible, Optional.empty());
    }

    /** None. */
    public static final ColumnTraits NONE =
            new ColumnTraits(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** The same with a CHECK of another name than the column. */
    public ColumnTraits withCheckName(String name) {
        return new ColumnTraits(charset, comment, onUpdate, invisible, Optional.of(name));
    }
}

package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;

/** What names mean where an expression stands. */
interface Scope {
    /** A scope without columns. */
    Scope NONE = parts -> Optional.empty();

    /** The column of that name in the row that is looked at. */
    Optional<Datum> column(List<String> parts);
}

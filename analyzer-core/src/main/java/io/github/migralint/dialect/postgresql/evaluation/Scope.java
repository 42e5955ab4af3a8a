package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;

/** What names mean where an expression stands. */
interface Scope {
    /** A scope without columns. */
    Scope NONE = new Scope() {
        @Override
        public Optional<Datum> column(List<String> parts) {
            return Optional.empty();
        }

        @Override
        public boolean open(List<String> parts) {
            return false;
        }
    };

    /** The column of that name in the row that is looked at. */
    Optional<Datum> column(List<String> parts);

    /** Whether a name that is no known column may be one all the same. */
    boolean open(List<String> parts);
}

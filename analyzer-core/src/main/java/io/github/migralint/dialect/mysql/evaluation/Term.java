package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.util.List;
import java.util.Optional;

/** An expression that is understood. */
interface Term {
    /** What it is worth where names mean that. */
    Datum in(Scope scope);

    /** What names mean. */
    interface Scope {
        /** A scope without columns. */
        Scope NONE = parts -> Optional.empty();

        /** The column of that folded name, in parts. */
        Optional<Datum> column(List<String> parts);

        /** The rows that aggregates go over, if there are any to go over. */
        default Optional<Group> group() {
            return Optional.empty();
        }
    }

    /**
     * Rows that aggregates go over.
     *
     * @param rows those that are surely among them
     * @param open whether there may be others
     */
    record Group(List<Scope> rows, boolean open) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    static Term unknown() {
        return scope -> Datum.UNKNOWN;
    }

    static Term constant(Value value) {
        return scope -> Datum.of(value);
    }
}

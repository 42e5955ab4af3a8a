package io.github.migralint.dialect.dml;

import io.github.migralint.source.Token;
import java.util.List;
import java.util.Set;

/**
 * What the inside of an INSERT, UPDATE, DELETE or MERGE says.
 *
 * @param filter which rows its WHERE lets through
 * @param bounds what its WHERE holds to a bounded number of values, for every row that is changed
 * @param columnsWritten names of the columns that an UPDATE sets or an INSERT lists, as written
 * @param tablesRead names of the tables it reads besides the one it changes, as written; common table expressions left out
 * @param joined whether FROM, USING or a join brings in other rows
 * @param parsed whether the statement was understood; if not, {@code filter} is all that is known
 */
public record DmlFacts(
        Filter filter,
        List<Bound> bounds,
        List<String> columnsWritten,
        Set<String> tablesRead,
        boolean joined,
        boolean parsed) {
    public DmlFacts {
        bounds = List.copyOf(bounds);
        columnsWritten = List.copyOf(columnsWritten);
        tablesRead = Set.copyOf(tablesRead);
    }

    /** Which rows a WHERE lets through. */
    public enum Filter {
        /** There is none: every row. */
        ABSENT,
        /** Every row, though it looks like a condition: {@code 1 = 1}, {@code id = id}. */
        ALWAYS_TRUE,
        /** No row: {@code false}. */
        NEVER_TRUE,
        /** Some rows. */
        CONDITION
    }

    /**
     * A column that a WHERE holds to some values.
     *
     * @param column its name as written, without the table
     * @param kind how
     */
    public record Bound(String column, Kind kind) {
        /** How a column is held. */
        public enum Kind {
            /** Equal to one literal. */
            VALUE,
            /** Equal to one of some literals, or to an element of an array. */
            LIST,
            /** Between two values. */
            RANGE,
            /** Equal to a value from a subquery with LIMIT. */
            LIMITED
        }
    }

    /** Reads the tokens of one statement; what cannot be understood, or is too long, gives what the tokens alone tell. */
    public static DmlFacts of(List<Token> statement) {
        return DmlReader.read(statement);
    }
}

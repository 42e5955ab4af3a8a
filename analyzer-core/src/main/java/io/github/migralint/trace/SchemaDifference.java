package io.github.migralint.trace;

import io.github.migralint.schema.Schema;
import java.util.List;

/**
 * What of the schema a migration leaves behind otherwise than it found it; of a large one not all is kept.
 *
 * @param tables by name
 * @param moreTables how many tables are left out
 * @param others views, sequences, types and routines, by name
 * @param moreOthers how many of those are left out
 */
public record SchemaDifference(
        List<TableDifference> tables, int moreTables, List<ObjectDifference> others, int moreOthers) {
    /** The most tables that are kept of a migration. */
    public static final int MOST_TABLES = 30;

    /** The most parts that are kept of a table, and the most objects besides tables that are kept of a migration. */
    public static final int MOST_PARTS = 40;

    public SchemaDifference {
        tables = List.copyOf(tables);
        others = List.copyOf(others);
    }

    /** Whether all is as it was. */
    public boolean isEmpty() {
        return tables.isEmpty() && others.isEmpty();
    }

    static SchemaDifference between(Schema before, Schema after) {
        return new Comparison(before, after).difference();
    }

    /** The first of a list. */
    static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** How many come after them. */
    static int more(List<?> all, int most) {
        return Math.max(0, all.size() - most);
    }
}

package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.dialect.FactTable.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one operation costs, as the table of facts says it.
 *
 * @param locks lock mode by role, in the words of the manual
 * @param work the work done
 * @param inTransaction whether it is allowed inside a transaction block
 */
record Cost(Map<String, String> locks, List<Task> work, boolean inTransaction) {
    /** Work done on the relations of one role. */
    enum Verb {
        /** Every row is read. */
        SCAN,
        /** New storage is written from the old. */
        REWRITE,
        /** New, empty storage replaces the old. */
        EMPTY,
        /** A new index is built. */
        BUILD,
        /** An existing index is built again. */
        REBUILD
    }

    /**
     * One piece of work.
     *
     * @param verb what is done
     * @param role the role of the relations it is done to
     */
    record Task(Verb verb, String role) {}

    static Cost of(Row row) {
        String transaction = row.cell("transaction");
        require(transaction.equals("allowed") || transaction.equals("forbidden"), transaction);
        return new Cost(
                locks(row.list("locks")),
                row.list("work").stream().map(Cost::task).toList(),
                transaction.equals("allowed"));
    }

    private static Map<String, String> locks(List<String> cell) {
        var locks = new LinkedHashMap<String, String>();
        for (String lock : cell) {
            int colon = lock.indexOf(": ");
            require(colon > 0, lock);
            locks.put(lock.substring(0, colon), lock.substring(colon + 2));
        }
        return locks;
    }

    private static Task task(String text) {
        int blank = text.indexOf(' ');
        require(blank > 0, text);
        return new Task(Verb.valueOf(text.substring(0, blank).toUpperCase(Locale.ROOT)), text.substring(blank + 1));
    }

    private static void require(boolean condition, String where) {
        if (!condition) {
            throw new IllegalStateException("not a row of facts: " + where);
        }
    }
}

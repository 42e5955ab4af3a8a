package io.github.migralint.dialect.postgresql.evaluation;

/** Regular expressions. */
final class Regex {
    private Regex() {}

    /** {@code left ~ right}. */
    static Datum matches(Datum left, Datum right, boolean ignoreCase, Budget budget) {
        if (left.isNull() || right.isNull()) {
            return Datum.nothing("bool");
        }
        return Datum.maybe();
    }

    /** {@code left SIMILAR TO right}. */
    static Datum similar(Datum left, Datum right, Budget budget) {
        return matches(left, right, false, budget);
    }
}

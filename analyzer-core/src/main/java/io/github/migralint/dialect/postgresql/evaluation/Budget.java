package io.github.migralint.dialect.postgresql.evaluation;

/** The work that one question may cost, so that no text can keep the analysis busy. */
final class Budget {
    /** The longest text that is computed, in UTF-16 units. */
    static final int LONGEST_TEXT = 1 << 18;

    /** The most elements or rows that are looked at together. */
    static final int MOST_ROWS = 20_000;

    private static final int STEPS = 2_000_000;

    private long left = STEPS;

    /** Takes note of work that was done or is about to be. */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Unreadable("too much work");
        }
    }
}

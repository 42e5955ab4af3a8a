package io.github.migralint.dialect.procedural;

/** How much is run at most of a program that never ends, or that nobody wants to wait for. */
final class Budget {
    /** The most rounds of one loop that are run one by one. */
    static final int ROUNDS = 1_000;

    private static final int STATEMENTS = 10_000;

    private int spent;

    /** Whether one more statement may be run. */
    boolean spend() {
        spent++;
        return spent <= STATEMENTS;
    }

    boolean exhausted() {
        return spent >= STATEMENTS;
    }
}

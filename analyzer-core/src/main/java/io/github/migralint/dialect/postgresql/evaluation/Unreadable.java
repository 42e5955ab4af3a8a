package io.github.migralint.dialect.postgresql.evaluation;

/** What is written or asked for is more than is understood or affordable: nothing can be told. Never leaves this package. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why, null, false, false);
    }
}

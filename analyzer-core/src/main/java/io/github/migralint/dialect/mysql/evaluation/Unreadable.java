package io.github.migralint.dialect.mysql.evaluation;

/** An expression is not understood: what it is worth is not known. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message, null, false, false);
    }
}

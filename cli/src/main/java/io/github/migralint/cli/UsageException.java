package io.github.migralint.cli;

/** The user asked for something that cannot be done; the message says what and what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UsageException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong and what to do, for the user. */
    String reason() {
        return reason;
    }
}

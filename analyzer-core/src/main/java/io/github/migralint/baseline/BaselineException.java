package io.github.migralint.baseline;

/** A baseline that cannot be used; the message begins with the place and says what to do. */
public final class BaselineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BaselineException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Where and what is wrong, and what to do, for the user. */
    public String reason() {
        return reason;
    }
}

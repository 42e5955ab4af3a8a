package io.github.migralint.config;

/** A configuration that cannot be used; the message begins with the place: {@code migralint.toml:3:1: unknown key}. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    ConfigurationException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Where and what is wrong, for the user. */
    public String reason() {
        return reason;
    }
}

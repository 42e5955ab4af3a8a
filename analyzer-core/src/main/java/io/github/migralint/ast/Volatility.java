package io.github.migralint.ast;

/** What the result of a function depends on. */
public enum Volatility {
    IMMUTABLE,
    STABLE,
    VOLATILE
}

package io.github.migralint.dialect.procedural;

import io.github.migralint.source.Span;

/** Says where reading a procedural statement had to stop, and why in words for people. Has no stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int start;
    private final int end;

    /** At a place. */
    public Refusal(String problem, Span span) {
        super(problem, null, false, false);
        this.problem = problem;
        this.start = span.start();
        this.end = span.end();
    }

    /** A sentence without its first capital. */
    public String problem() {
        return problem;
    }

    /** Where reading stopped. */
    public Span span() {
        return new Span(start, end);
    }
}

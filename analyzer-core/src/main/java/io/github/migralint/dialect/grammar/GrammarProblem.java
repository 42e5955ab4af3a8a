package io.github.migralint.dialect.grammar;

import org.antlr.v4.runtime.misc.ParseCancellationException;

/** The grammar met a token that it did not expect. */
public final class GrammarProblem extends ParseCancellationException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final String expectation;

    GrammarProblem(int index, String expectation) {
        super(expectation);
        this.index = index;
        this.expectation = expectation;
    }

    /** The index of the token. */
    public int index() {
        return index;
    }

    /** What was expected instead, in words; empty when too much would have been possible. */
    public String expectation() {
        return expectation;
    }
}

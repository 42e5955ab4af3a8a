package io.github.migralint.dialect.grammar;

/** Says at which token of a statement reading had to stop, and why in words for people. Has no stack trace. */
public final class SyntaxProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final String expectation;

    /**
     * @param index of the offending token; the number of tokens for the end of the statement
     * @param message a sentence without its first capital
     */
    public SyntaxProblem(int index, String message) {
        super(message, null, false, false);
        this.index = index;
        this.expectation = message;
    }

    /** What was expected instead, in words. */
    public String expectation() {
        return expectation;
    }

    /** The index of the offending token. */
    public int index() {
        return index;
    }
}

package io.github.migralint.dialect.grammar;

/** A place among the tokens of a statement that moves on as they are read. */
public class TokenCursor {
    private final GrammarTokens tokens;
    private int at;

    /** At a token. */
    protected TokenCursor(GrammarTokens tokens, int at) {
        this.tokens = tokens;
        this.at = at;
    }

    /** The index of the next token. */
    public final int at() {
        return at;
    }

    /** Goes to a token. */
    public final void moveTo(int index) {
        at = index;
    }

    /** Steps over a token. */
    public final void skip() {
        at++;
    }

    /** The type of the next token. */
    public final int type() {
        return tokens.type(at);
    }

    /** The type of a token further on. */
    public final int type(int ahead) {
        return tokens.type(at + ahead);
    }

    /** The next word, folded; empty if a word is not next. */
    public final String word() {
        return tokens.word(at);
    }

    /** A word further on. */
    public final String word(int ahead) {
        return tokens.word(at + ahead);
    }

    /** Whether the next token is of a type. */
    public final boolean is(int type) {
        return tokens.type(at) == type;
    }

    /** Whether a word is next. */
    public final boolean isWord(String word) {
        return tokens.word(at).equals(word);
    }

    /** Steps over a token of the given type, if it is the next. */
    public final boolean take(int type) {
        boolean found = is(type);
        if (found) {
            at++;
        }
        return found;
    }

    /** Steps over a word, if it is the next. */
    public final boolean takeWord(String word) {
        boolean found = isWord(word);
        if (found) {
            at++;
        }
        return found;
    }

    /** Steps over a token of the given type, which must be the next. */
    public final void expect(int type, String what) {
        if (!take(type)) {
            throw expected(what);
        }
    }

    /** Steps over a word, which must be the next. */
    public final void expectWord(String word, String what) {
        if (!takeWord(word)) {
            throw expected(what);
        }
    }

    /** What to throw when something else should be next. */
    public final SyntaxProblem expected(String what) {
        return new SyntaxProblem(at, "expected " + what);
    }
}

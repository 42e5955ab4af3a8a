package io.github.migralint.source;

/** What a scanner finds between blanks: a token, a comment, or text that the server never sees. */
public sealed interface Lexeme permits Token, Comment, Skipped {
    /** Where it stands. */
    Span span();
}

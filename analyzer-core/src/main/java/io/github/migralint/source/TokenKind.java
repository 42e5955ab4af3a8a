package io.github.migralint.source;

/** What the scanner recognised. Blanks and comments are not tokens. */
public enum TokenKind {
    /** An unquoted identifier or keyword. */
    WORD,
    /** An identifier in quotes. */
    QUOTED_IDENTIFIER,
    /** A string literal of any form, prefix and quotes included. */
    STRING,
    /** A bit or hexadecimal string literal. */
    BIT_STRING,
    /** A number. */
    NUMBER,
    /** A parameter such as {@code $1}. */
    PARAMETER,
    /**
     * A variable of the session or of the server, its marks and all its parts included: {@code @x}, {@code @'x y'},
     * {@code @@global.x}; after the name of a user it is the host, as in {@code 'app'@'%'}.
     */
    VARIABLE,
    /** A placeholder that a migration tool replaces before the server sees it. */
    PLACEHOLDER,
    /** An operator of one or more characters. */
    OPERATOR,
    /** One of the characters {@code ( ) [ ] , ; . :} and their kin with a meaning of their own. */
    PUNCTUATION,
    /** A character that begins no token, or a quote that is never closed. */
    INVALID
}

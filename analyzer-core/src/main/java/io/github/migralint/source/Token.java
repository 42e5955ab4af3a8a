package io.github.migralint.source;

/**
 * One lexical unit.
 *
 * @param kind its kind
 * @param text its exact text
 * @param start offset of its first UTF-16 unit in the file
 * @param end offset after its last UTF-16 unit in the file; further on than the text is long where the token stands in a
 *     literal whose quotes or escapes were resolved before
 */
public record Token(TokenKind kind, String text, int start, int end) implements Lexeme {
    /** A token that stands in the file as it is. */
    public Token(TokenKind kind, String text, int start) {
        this(kind, text, start, start + text.length());
    }

    /** Whether the file holds the text character for character. */
    public boolean isVerbatim() {
        return end - start == text.length();
    }

    @Override
    public Span span() {
        return new Span(start, end);
    }

    /** Whether it is the unquoted word {@code keyword}, in any case. */
    public boolean isWord(String keyword) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether its text is {@code symbol}, as an operator or punctuation. */
    public boolean isSymbol(String symbol) {
        return (kind == TokenKind.PUNCTUATION || kind == TokenKind.OPERATOR) && text.equals(symbol);
    }
}

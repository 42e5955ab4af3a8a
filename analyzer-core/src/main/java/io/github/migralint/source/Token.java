package io.github.migralint.source;

/**
 * One lexical unit.
 *
 * @param kind its kind
 * @param text its exact text
 * @param start offset of its first UTF-16 unit in the file
 */
public record Token(TokenKind kind, String text, int start) implements Lexeme {
    /** Offset after the last UTF-16 unit. */
    public int end() {
        return start + text.length();
    }

    @Override
    public Span span() {
        return new Span(start, end());
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

package io.github.migralint.source;

/** Classes of characters that all dialects share. */
final class Characters {
    private static final String OPERATOR = "~!@#^&|`?+-*/%<>=";
    private static final String PUNCTUATION = "()[],;.:";

    private Characters() {}

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Every character beyond ASCII may stand in a word, a no-break space too. */
    static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }

    static boolean isOperator(char c) {
        return c < 0x80 && OPERATOR.indexOf(c) >= 0;
    }

    static boolean isPunctuation(char c) {
        return c < 0x80 && PUNCTUATION.indexOf(c) >= 0;
    }

    static boolean isControl(char c) {
        return (c < ' ' && !isBlank(c)) || c == 0x7F;
    }
}

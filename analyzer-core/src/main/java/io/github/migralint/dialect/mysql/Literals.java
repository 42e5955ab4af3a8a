package io.github.migralint.dialect.mysql;

/**
 * Takes quotes and escapes off literals and names: {@code 'it''s'}, {@code "a\n"}, {@code N'x'}, {@code _utf8'x'}, {@code
 * `a``b`}, {@code 'a' 'b'}.
 */
public final class Literals {
    private Literals() {}

    /** What a literal or a quoted name stands for, all its parts together; text without quotes stands for itself. */
    public static String text(String literal) {
        int quote = nextQuote(literal, 0);
        if (quote < 0) {
            return literal;
        }
        var text = new StringBuilder(literal.length());
        while (quote >= 0) {
            quote = nextQuote(literal, appendPart(literal, quote, text));
        }
        return text.toString();
    }

    /** The quote before which stand only a prefix, or the blanks between parts, if there is one. */
    private static int nextQuote(String literal, int from) {
        for (int i = from; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                return i;
            }
        }
        return -1;
    }

    /** Appends what the part stands for that opens at {@code quote}; the index after its closing quote. */
    private static int appendPart(String literal, int quote, StringBuilder text) {
        char mark = literal.charAt(quote);
        int i = quote + 1;
        while (i < literal.length()) {
            char c = literal.charAt(i++);
            if (c == '\\' && mark != '`' && i < literal.length()) {
                text.append(escaped(literal.charAt(i++)));
            } else if (c != mark) {
                text.append(c);
            } else if (i < literal.length() && literal.charAt(i) == mark) {
                text.append(c);
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    /** Before a wildcard the backslash stays, for LIKE to see. */
    private static String escaped(char c) {
        return switch (c) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }
}

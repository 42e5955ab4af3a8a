package io.github.migralint.dialect.mysql;

/** Takes quotes and escapes off literals and names: {@code 'it''s'}, {@code "a\n"}, {@code N'x'}, {@code `a``b`}. */
final class Literals {
    private Literals() {}

    /** What a literal or a quoted name stands for; text without quotes stands for itself. */
    static String text(String literal) {
        int quote = openingQuote(literal);
        if (quote < 0) {
            return literal;
        }
        char mark = literal.charAt(quote);
        int close = literal.lastIndexOf(mark);
        int end = close > quote ? close : literal.length();
        return mark == '`' ? literal.substring(quote + 1, end).replace("``", "`") : unescape(literal, quote, end, mark);
    }

    private static int openingQuote(String literal) {
        for (int i = 0; i < literal.length() && i < 2; i++) {
            char c = literal.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                return i;
            }
        }
        return -1;
    }

    private static String unescape(String literal, int quote, int end, char mark) {
        var text = new StringBuilder(end - quote);
        int i = quote + 1;
        while (i < end) {
            char c = literal.charAt(i++);
            if (c == '\\' && i < end) {
                text.append(escaped(literal.charAt(i++)));
            } else {
                text.append(c);
                i += c == mark ? 1 : 0;
            }
        }
        return text.toString();
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

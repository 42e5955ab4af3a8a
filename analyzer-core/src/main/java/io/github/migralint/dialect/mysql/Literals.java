package io.github.migralint.dialect.mysql;

/** Takes quotes and escapes off literals and names: {@code 'it''s'}, {@code "a\n"}, {@code N'x'}, {@code `a``b`}. */
public final class Literals {
    private Literals() {}

    /** What a literal or a quoted name stands for; text without quotes stands for itself. */
    public static String text(String literal) {
        int quote = openingQuote(literal);
        if (quote < 0) {
            return literal;
        }
        var text = new StringBuilder(literal.length());
        int next = quote;
        while (next >= 0) {
            next = segment(literal, next, text);
        }
        return text.toString();
    }

    /** The first quote: at the beginning, after N, or after the name of a character set. */
    private static int openingQuote(String literal) {
        if (!literal.isEmpty() && !isQuote(literal.charAt(0)) && "Nn_".indexOf(literal.charAt(0)) < 0) {
            return -1;
        }
        return nextQuote(literal, 0);
    }

    private static int nextQuote(String literal, int from) {
        int i = from;
        while (i < literal.length() && !isQuote(literal.charAt(i))) {
            i++;
        }
        return i < literal.length() ? i : -1;
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"' || c == '`';
    }

    /** Adds what stands between the quotes that open here; gives the opening quote of the next ones, or less than zero. */
    private static int segment(String literal, int quote, StringBuilder text) {
        char mark = literal.charAt(quote);
        int i = quote + 1;
        while (i < literal.length()) {
            char c = literal.charAt(i++);
            boolean more = i < literal.length();
            if (c == '\\' && mark != '`' && more) {
                text.append(escaped(literal.charAt(i++)));
            } else if (c != mark) {
                text.append(c);
            } else if (more && literal.charAt(i) == mark) {
                text.append(mark);
                i++;
            } else {
                return nextQuote(literal, i);
            }
        }
        return -1;
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

package io.github.migralint.dialect.postgresql;

import java.util.Arrays;
import java.util.Locale;

/** Takes quotes and escapes off literals: {@code 'it''s'}, {@code E'\n'}, {@code U&'\0061'}, {@code $tag$…$tag$}, {@code "a""b"}. */
public final class Literals {
    private Literals() {}

    /** What a literal stands for; text without quotes stands for itself. */
    public static String text(String literal) {
        int quote = openingQuote(literal);
        if (quote < 0) {
            return literal;
        }
        if (literal.charAt(quote) == '$') {
            int tag = literal.indexOf('$', quote + 1) + 1;
            return literal.substring(tag, Math.max(tag, literal.length() - tag));
        }
        char mark = literal.charAt(quote);
        String prefix = literal.substring(0, quote).toLowerCase(Locale.ROOT);
        if (mark == '"') {
            // A template inside may have quotes of its own, so the last quote closes.
            String name = literal.substring(quote + 1, Math.max(quote + 1, closingQuote(literal, quote)));
            return unescape(name.replace("\"\"", "\""), prefix, escapeOf(literal, quote));
        }
        return unescape(inside(literal, quote, prefix.equals("e")), prefix, escapeOf(literal, quote));
    }

    /** The index of the first quote; below zero if there is none. */
    static int openingQuote(String literal) {
        if (literal.startsWith(":")) {
            return -1;
        }
        for (int i = 0; i < literal.length() && i < 3; i++) {
            char c = literal.charAt(i);
            if (c == '\'' || c == '"' || (c == '$' && i == 0 && literal.indexOf('$', 1) > 0)) {
                return i;
            }
        }
        return -1;
    }

    /** The index of the last quote; the end if it lacks. */
    static int closingQuote(String literal, int quote) {
        int close = literal.lastIndexOf(literal.charAt(quote));
        return close > quote ? close : literal.length();
    }

    /** The raw text between the quotes; parts that are continued on another line are joined. */
    private static String inside(String literal, int quote, boolean backslashes) {
        char mark = literal.charAt(quote);
        var raw = new StringBuilder(literal.length());
        int i = quote + 1;
        while (i < literal.length()) {
            char c = literal.charAt(i);
            if (backslashes && c == '\\' && i + 1 < literal.length()) {
                raw.append(c).append(literal.charAt(i + 1));
                i += 2;
            } else if (c != mark) {
                raw.append(c);
                i++;
            } else if (i + 1 < literal.length() && literal.charAt(i + 1) == mark) {
                raw.append(mark);
                i += 2;
            } else {
                int next = continuation(literal, i + 1, mark);
                if (next < 0) {
                    break;
                }
                i = next;
            }
        }
        return raw.toString();
    }

    private static int continuation(String literal, int from, char mark) {
        int i = from;
        while (i < literal.length()) {
            char c = literal.charAt(i);
            if (c == mark) {
                return i + 1;
            }
            if (c == '-' && literal.startsWith("--", i)) {
                int end = literal.indexOf('\n', i);
                i = end < 0 ? literal.length() : end;
            } else if (Character.isWhitespace(c)) {
                i++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    /** The escape character of {@code UESCAPE '!'}, a backslash unless said otherwise. */
    static char escapeOf(String literal, int quote) {
        if (quote < 2) {
            return '\\';
        }
        int clause = literal.toLowerCase(Locale.ROOT).lastIndexOf("uescape");
        boolean said = clause > quote && literal.length() >= clause + 10 && literal.endsWith("'");
        return said ? literal.charAt(literal.length() - 2) : '\\';
    }

    private static String unescape(String raw, String prefix, char escape) {
        if (prefix.equals("e")) {
            return backslashes(raw);
        }
        return prefix.equals("u&") ? codePoints(raw, escape) : raw;
    }

    private static String backslashes(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '\\' || i == raw.length()) {
                text.append(c);
                continue;
            }
            i = backslash(raw, i, text);
        }
        return text.toString();
    }

    /** Adds what the escape stands for whose backslash is before {@code from}; gives the index after it. */
    private static int backslash(String raw, int from, StringBuilder text) {
        int i = from;
        char kind = raw.charAt(i++);
        switch (kind) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'x' -> i = number(raw, i, 2, 16, text);
            case 'u' -> i = number(raw, i, 4, 16, text);
            case 'U' -> i = number(raw, i, 8, 16, text);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> i = number(raw, i - 1, 3, 8, text);
            default -> text.append(kind);
        }
        return i;
    }

    private static String codePoints(String raw, char escape) {
        var text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != escape || i == raw.length()) {
                text.append(c);
            } else {
                i = codePoint(raw, i, escape, text);
            }
        }
        return text.toString();
    }

    /** The same for an escape of U&. */
    private static int codePoint(String raw, int from, char escape, StringBuilder text) {
        if (raw.charAt(from) == escape) {
            text.append(escape);
            return from + 1;
        }
        return raw.charAt(from) == '+' ? number(raw, from + 1, 6, 16, text) : number(raw, from, 4, 16, text);
    }

    /**
     * Where each character of a string literal's text begins in the file, and where the last one ends.
     *
     * @param literal the literal, with its quotes
     * @param start where it begins in the file
     * @param length how long its text is
     */
    static int[] offsets(String literal, int start, int length) {
        int quote = openingQuote(literal);
        String prefix = literal.substring(0, quote).toLowerCase(Locale.ROOT);
        char escape = prefix.equals("e") ? '\\' : prefix.equals("u&") ? escapeOf(literal, quote) : '\'';
        int[] offsets = new int[length + 1];
        var text = new StringBuilder(length);
        int i = quote + 1;
        int end = i;
        while (i < literal.length()) {
            int from = i;
            int before = text.length();
            char c = literal.charAt(i++);
            if (c == escape && c != '\'' && i < literal.length()) {
                i = prefix.equals("e") ? backslash(literal, i, text) : codePoint(literal, i, escape, text);
            } else if (c != '\'' || (i < literal.length() && literal.charAt(i) == '\'')) {
                text.append(c);
                i += c == '\'' ? 1 : 0;
            } else {
                int next = continuation(literal, i, '\'');
                if (next < 0) {
                    break;
                }
                i = next;
                continue;
            }
            end = i;
            Arrays.fill(offsets, Math.min(before, length), Math.min(text.length(), length), start + from);
        }
        Arrays.fill(offsets, Math.min(text.length(), length), length + 1, start + end);
        return offsets;
    }

    private static int number(String raw, int from, int digits, int radix, StringBuilder text) {
        int value = 0;
        int i = from;
        while (i < raw.length() && i < from + digits && Character.digit(raw.charAt(i), radix) >= 0) {
            value = value * radix + Character.digit(raw.charAt(i), radix);
            i++;
        }
        if (i > from && Character.isValidCodePoint(value)) {
            text.appendCodePoint(value);
        }
        return i;
    }
}

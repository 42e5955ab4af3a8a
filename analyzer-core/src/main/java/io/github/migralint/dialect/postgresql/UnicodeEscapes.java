package io.github.migralint.dialect.postgresql;

import java.util.Locale;

/** Tells whether the Unicode escapes of a literal are whole, in {@code U&} literals and in {@code E} strings. */
final class UnicodeEscapes {
    private final String literal;
    private int high;

    private UnicodeEscapes(String literal) {
        this.literal = literal;
    }

    /** Whether the server would reject an escape in a literal. */
    static boolean areBroken(String literal) {
        if (literal.length() < 4) {
            return false;
        }
        char prefix = literal.charAt(0);
        if ((prefix == 'e' || prefix == 'E') && literal.charAt(1) == '\'') {
            boolean escapes = literal.contains("\\u") || literal.contains("\\U");
            return escapes && new UnicodeEscapes(literal).inBackslashes();
        }
        boolean unicode = (prefix == 'u' || prefix == 'U') && literal.charAt(1) == '&';
        return unicode && new UnicodeEscapes(literal).inUnicode(Literals.escapeOf(literal, 2));
    }

    private boolean inBackslashes() {
        for (int i = 2; i < literal.length(); i++) {
            int before = high;
            if (literal.charAt(i) == '\\') {
                i++;
                char kind = i < literal.length() ? literal.charAt(i) : ' ';
                int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
                boolean broken = digits == 0 ? before > 0 : isBroken(i + 1, digits);
                if (broken) {
                    return true;
                }
                i += digits;
            } else if (before > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean inUnicode(char escape) {
        if (Character.digit(escape, 16) >= 0 || "+'\" \t\n".indexOf(escape) >= 0) {
            return true;
        }
        int end = literal.lastIndexOf(literal.charAt(2), Math.max(3, uescape()));
        for (int i = 3; i < end; i++) {
            if (literal.charAt(i) != escape) {
                if (high > 0) {
                    return true;
                }
            } else if (i + 1 < end && literal.charAt(i + 1) == escape) {
                if (high > 0) {
                    return true;
                }
                i++;
            } else {
                boolean plus = i + 1 < end && literal.charAt(i + 1) == '+';
                int digits = plus ? 6 : 4;
                int from = plus ? i + 2 : i + 1;
                if (isBroken(from, digits)) {
                    return true;
                }
                i = from + digits - 1;
            }
        }
        return high > 0;
    }

    private int uescape() {
        int clause = literal.toLowerCase(Locale.ROOT).lastIndexOf("uescape");
        return clause > 3 ? clause : literal.length() - 1;
    }

    /** Reads the digits of one escape; a high surrogate asks for a low one after it. */
    private boolean isBroken(int from, int digits) {
        if (from + digits > literal.length()) {
            return true;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(literal.charAt(i), 16);
            if (digit < 0) {
                return true;
            }
            value = value * 16 + digit;
        }
        boolean low = value >= Character.MIN_LOW_SURROGATE && value <= Character.MAX_LOW_SURROGATE;
        boolean paired = low == (high > 0);
        high = value >= Character.MIN_HIGH_SURROGATE && value <= Character.MAX_HIGH_SURROGATE ? value : 0;
        return !paired || value == 0 || !Character.isValidCodePoint(value);
    }
}

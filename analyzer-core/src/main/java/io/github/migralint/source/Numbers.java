package io.github.migralint.source;

/** Finds where a number ends. */
final class Numbers {
    private Numbers() {}

    /** The end of the number that starts at {@code start}, with a digit or with a period before a digit. */
    static int end(String text, int start, int limit) {
        if (text.charAt(start) == '0' && start + 1 < limit) {
            int radix = radix(text.charAt(start + 1));
            int after = radix == 0 ? start : digits(text, start + 2, limit, radix);
            if (after > start + 2) {
                return after;
            }
        }
        int i = digits(text, start, limit, 10);
        boolean range = i + 1 < limit && text.charAt(i) == '.' && text.charAt(i + 1) == '.';
        if (i < limit && text.charAt(i) == '.' && !range) {
            i = digits(text, i + 1, limit, 10);
        }
        return exponent(text, i, limit);
    }

    private static int exponent(String text, int at, int limit) {
        if (at < limit && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int digits = at + 1;
            if (digits < limit && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            if (digits < limit && Characters.isDigit(text.charAt(digits))) {
                return digits(text, digits, limit, 10);
            }
        }
        return at;
    }

    private static int radix(char mark) {
        return switch (mark) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static int digits(String text, int from, int limit, int radix) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            boolean separated = c == '_' && i + 1 < limit && isDigit(text.charAt(i + 1), radix);
            if (!isDigit(c, radix) && !separated) {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }
}

package io.github.migralint.source;

/** Finds where a number ends in a dialect whose words may begin with a digit. */
final class LooseNumbers {
    private LooseNumbers() {}

    /** Whether a character may end a name, so that a period after it stands between two. */
    static boolean isNameEnd(char c) {
        return Characters.isWordPart(c) || c == '`' || c == '"';
    }

    /** The end of the number that begins at an offset, or of what would be one if no word went on there. */
    static int end(String text, int start, int limit) {
        if (text.charAt(start) == '0' && start + 1 < limit) {
            int radix = text.charAt(start + 1) == 'x' ? 16 : text.charAt(start + 1) == 'b' ? 2 : 0;
            int after = radix == 0 ? start : digits(text, start + 2, limit, radix);
            if (after > start + 2) {
                return after;
            }
        }
        int i = digits(text, start, limit, 10);
        if (i < limit && text.charAt(i) == '.' && !text.startsWith("..", i)) {
            i = digits(text, i + 1, limit, 10);
        }
        return exponent(text, i, limit);
    }

    /** Whether a number has a fraction or an exponent, and so is the beginning of no word. */
    static boolean isDecimal(String text, int start, int end) {
        if (text.startsWith("0x", start)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '.' || text.charAt(i) == 'e' || text.charAt(i) == 'E') {
                return true;
            }
        }
        return false;
    }

    private static int exponent(String text, int at, int limit) {
        if (at >= limit || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
            return at;
        }
        boolean signed = at + 1 < limit && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
        int from = signed ? at + 2 : at + 1;
        int end = digits(text, from, limit, 10);
        return end > from ? end : at;
    }

    private static int digits(String text, int from, int limit, int radix) {
        int i = from;
        while (i < limit && text.charAt(i) < 0x80 && Character.digit(text.charAt(i), radix) >= 0) {
            i++;
        }
        return i;
    }
}

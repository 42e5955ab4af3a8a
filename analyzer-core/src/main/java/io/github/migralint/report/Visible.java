package io.github.migralint.report;

/**
 * Text of any origin made harmless and legal wherever text is shown: what controls, reorders or hides the text around it
 * becomes an escape that can be seen.
 */
public final class Visible {
    /** Both noncharacters that end each plane of Unicode have these bits. */
    private static final int NONCHARACTER = 0xfffe;

    private Visible() {}

    /** A text of one line: line ends and tabs in it become blanks. */
    public static String line(String text) {
        if (isPlain(text)) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> shown.append(isLayout(c) ? " " : character(c)));
        return shown.toString();
    }

    /** Whether a text is made of printable ASCII, as nearly all are. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** What stands for one character; half of a character becomes the replacement character. */
    public static String character(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> String.format("\\x%02x", codePoint);
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> escape(codePoint);
            case Character.SURROGATE -> "\ufffd";
            default -> (codePoint & NONCHARACTER) == NONCHARACTER ? escape(codePoint) : Character.toString(codePoint);
        };
    }

    private static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    private static String escape(int codePoint) {
        return String.format("\\u{%x}", codePoint);
    }
}

package io.github.migralint.cli.console;

import io.github.migralint.report.Visible;
import java.util.Map;

/**
 * Turns text of any origin into text that a terminal may be given: control and formatting characters become visible
 * escapes, so that SQL can neither move the cursor nor turn its own lines around.
 *
 * @param unicode whether more than ASCII can be shown
 */
public record Printable(boolean unicode) {
    private static final Map<Integer, String> IN_ASCII = Map.ofEntries(
            Map.entry((int) '·', "-"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '─', "-"),
            Map.entry((int) '│', "|"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '→', "->"),
            Map.entry((int) '×', "x"),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="));

    /** A text of one line for a terminal that shows everything, or for a log. */
    public static String asLine(String text) {
        return LogCommands.disarmed(new Printable(true).line(text));
    }

    /** A text of one line: line ends in it become blanks. */
    String line(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> shown.append(c == '\n' || c == '\r' || c == '\t' ? " " : glyph(c)));
        return shown.toString();
    }

    /** What is shown for one character other than a tab. */
    String glyph(int codePoint) {
        String shown = Visible.character(codePoint);
        return unicode || Visible.isPlain(shown) ? shown : IN_ASCII.getOrDefault(codePoint, "?");
    }

    /** The columns that a text made of glyphs takes. */
    static int width(String printable) {
        return printable.codePoints().map(Printable::width).sum();
    }

    /** The columns that a printable character takes: none when it sits on the one before it, two for wide scripts. */
    static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1f64f)
                || (c >= 0x1f680 && c <= 0x1f6ff)
                || (c >= 0x1f900 && c <= 0x1f9ff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}

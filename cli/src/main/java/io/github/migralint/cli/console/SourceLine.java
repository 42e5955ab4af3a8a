package io.github.migralint.cli.console;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file as columns of a terminal: tabs expanded, wide and combining characters measured, and cut to a window
 * around a mark when it is too long.
 */
final class SourceLine {
    private static final int TAB = 4;
    /** Longer lines are cut before they are measured; what is further away from the mark is never shown. */
    private static final int NEIGHBOURHOOD = 400;

    /**
     * A character.
     *
     * @param text what is shown
     * @param offset where it stands in the line, in UTF-16 units
     * @param column the column at which it begins
     */
    private record Glyph(String text, int offset, int column) {}

    /**
     * A line ready to print.
     *
     * @param text what is shown
     * @param from the column at which the mark begins
     * @param to the column after the mark
     */
    record Window(String text, int from, int to) {}

    private final List<Glyph> glyphs = new ArrayList<>();
    private final boolean cutLeft;
    private final boolean cutRight;
    private final String ellipsis;
    private int columns;

    /** Measures a line with a mark from one offset to another. */
    SourceLine(String line, int markFrom, int markTo, Printable printable) {
        ellipsis = printable.line("…");
        int from = 0;
        int to = line.length();
        if (to > 4 * NEIGHBOURHOOD) {
            from = Math.max(0, markFrom - NEIGHBOURHOOD);
            to = Math.min(to, Math.min(markTo, markFrom + NEIGHBOURHOOD) + NEIGHBOURHOOD);
        }
        cutLeft = from > 0;
        cutRight = to < line.length();
        for (int i = from; i < to; ) {
            int codePoint = line.codePointAt(i);
            String shown = shown(line, i, codePoint, printable);
            glyphs.add(new Glyph(shown, i, columns));
            columns += Printable.width(shown);
            i += Character.charCount(codePoint);
        }
    }

    private String shown(String line, int at, int codePoint, Printable printable) {
        if (codePoint == '\t') {
            return " ".repeat(TAB - columns % TAB);
        }
        return LogCommands.isBracket(line, at) ? LogCommands.BRACKET : printable.glyph(codePoint);
    }

    /** The part of the line that fits, with the place of a mark between two offsets. */
    Window window(int markFrom, int markTo, int width) {
        int from = column(markFrom);
        int to = Math.max(column(markTo), from + 1);
        if (columns <= width && !cutLeft && !cutRight) {
            return new Window(text(0, columns), from, to);
        }
        int dots = ellipsis.length();
        int first = !cutLeft && to <= width - dots ? 0 : Math.max(0, from - width / 3);
        if (first > 0 && !cutRight) {
            first = Math.max(0, Math.min(first, columns + dots - width));
        }
        int room = width - (first > 0 || cutLeft ? dots : 0);
        boolean all = first + room >= columns && !cutRight;
        int last = all ? columns : first + room - dots;
        String left = first > 0 || cutLeft ? ellipsis : "";
        String shown = left + text(first, last) + (all ? "" : ellipsis);
        int shift = left.length() - first;
        return new Window(shown, from + shift, Math.min(to, last) + shift);
    }

    private int column(int offset) {
        for (Glyph glyph : glyphs) {
            if (glyph.offset() >= offset) {
                return glyph.column();
            }
        }
        return columns;
    }

    /** What stands between two columns; half of a wide character is a blank. */
    private String text(int from, int to) {
        var shown = new StringBuilder();
        for (Glyph glyph : glyphs) {
            int end = glyph.column() + Printable.width(glyph.text());
            if (glyph.column() >= from && end <= to && (glyph.column() < to || glyph.column() == end)) {
                shown.append(glyph.text());
            } else if (glyph.column() < to && end > from) {
                shown.append(" ".repeat(Math.min(end, to) - Math.max(glyph.column(), from)));
            }
        }
        return shown.toString();
    }
}

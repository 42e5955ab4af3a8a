package io.github.migralint.report.html;

import io.github.migralint.effect.Blocking;
import java.io.IOException;
import java.util.List;

/** The signs of timelines: patterns that tell strengths apart without colour, and the key that explains them. */
final class TimelineKey {
    private TimelineKey() {}

    /** Writes the patterns, once for the page. */
    static void patterns(Markup page) throws IOException {
        page.open("svg", "class", "patterns", "width", "0", "height", "0", "aria-hidden", "true", "focusable", "false");
        page.open("defs");
        pattern("stops-all", page);
        page.empty("path", "d", "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4", "class", "stripe")
                .close();
        pattern("stops-writes", page);
        page.empty("circle", "cx", "2", "cy", "2", "r", "1.2", "class", "dot");
        page.empty("circle", "cx", "6", "cy", "6", "r", "1.2", "class", "dot").close();
        page.close().closeLine();
    }

    private static void pattern(String id, Markup page) throws IOException {
        page.open("pattern", "id", id, "width", "8", "height", "8", "patternUnits", "userSpaceOnUse");
        page.empty("rect", "width", "8", "height", "8", "class", "ground " + id);
    }

    /** The class of a bar. */
    static String bar(Blocking blocking) {
        return switch (blocking) {
            case NOTHING -> "bar stops-nobody";
            case SCHEMA_CHANGES -> "bar stops-changes";
            case WRITES -> "bar stops-writes";
            case READS_AND_WRITES -> "bar stops-all";
        };
    }

    /** Explains the signs that a timeline has. */
    static void write(List<LockRow> rows, boolean withWork, Markup page) throws IOException {
        page.open("ul", "class", "key", "aria-hidden", "true");
        Blocking[] all = Blocking.values();
        for (int i = all.length - 1; i >= 0; i--) {
            Blocking blocking = all[i];
            boolean used = rows.stream()
                    .flatMap(row -> row.bars().stream())
                    .anyMatch(bar -> bar.lock().mode().blocking() == blocking);
            if (used) {
                entry(bar(blocking), Words.waiting(blocking), page);
            }
        }
        if (rows.stream().anyMatch(row -> !row.moments().isEmpty())) {
            entry("moment", "lock of a moment", page);
        }
        if (withWork) {
            entry("work", "work that grows with the table", page);
        }
        page.closeLine();
    }

    private static void entry(String sign, String words, Markup page) throws IOException {
        page.open("li").open("svg", "width", "28", "height", "14", "focusable", "false");
        if (sign.equals("moment")) {
            page.empty("path", "d", "M14,0 v14 M10,0 h8 M10,14 h8", "class", sign);
        } else {
            page.empty("rect", "x", "1", "y", "1", "width", "26", "height", "12", "class", sign);
        }
        page.close().text(" " + words).close();
    }
}

package io.github.migralint.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The fingerprints of lines that code scanning computes when a report brings none: for each line a hash of the hundred
 * units that begin with it, blanks left out, and a running number among equal hashes.
 */
final class LineHashes {
    private static final int WINDOW = 100;
    private static final long FACTOR = 37;
    private static final char END = '\uffff';
    /** What a unit that leaves the window has been multiplied by. */
    private static final long LEAVING = power();

    private final List<String> hashes = new ArrayList<>();

    /** Computes the hashes of all lines of a text, its byte order mark included. */
    LineHashes(CharSequence text) {
        var units = new StringBuilder(text.length() + WINDOW + 1);
        var starts = new ArrayList<Integer>();
        normalize(text, units, starts);
        var counts = new HashMap<Long, Integer>();
        long hash = 0;
        for (int i = 0; i < WINDOW; i++) {
            hash = FACTOR * hash + units.charAt(i);
        }
        int position = 0;
        for (int start : starts) {
            for (; position < start; position++) {
                hash = FACTOR * hash + units.charAt(position + WINDOW) - LEAVING * units.charAt(position);
            }
            hashes.add(Long.toHexString(hash) + ":" + counts.merge(hash, 1, Integer::sum));
        }
    }

    private static long power() {
        long power = 1;
        for (int i = 0; i < WINDOW; i++) {
            power *= FACTOR;
        }
        return power;
    }

    private static void normalize(CharSequence text, StringBuilder units, List<Integer> starts) {
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                units.append('\n');
                starts.add(units.length());
            } else if (c != ' ' && c != '\t') {
                units.append(c);
            }
        }
        units.append(END).repeat(0, WINDOW);
    }

    /** The hash of the line with this number, from 1. */
    String of(int line) {
        return hashes.get(line - 1);
    }
}

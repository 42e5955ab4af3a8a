package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;

/** The mark that ends a statement beside the semicolon, as the last {@code delimiter} command named it. */
final class Delimiter {
    private final String text;
    private final int end;
    private String mark = "";

    Delimiter(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Whether one is in force. */
    boolean isSet() {
        return !mark.isEmpty();
    }

    int length() {
        return mark.length();
    }

    /** Takes the rest of the line of a command. */
    void name(String line) {
        String named = firstWord(line.strip());
        mark = named.equals(";") ? "" : named;
    }

    private static String firstWord(String line) {
        int i = 0;
        while (i < line.length() && !Characters.isBlank(line.charAt(i))) {
            i++;
        }
        boolean quoted = i > 2 && "'\"`".indexOf(line.charAt(0)) >= 0 && line.charAt(i - 1) == line.charAt(0);
        return quoted ? line.substring(1, i - 1) : line.substring(0, i);
    }

    /** Whether it stands at an offset and ends a statement there. */
    boolean standsAt(int at, Lexicon lexicon) {
        if (mark.isEmpty() || !text.startsWith(mark, at)) {
            return false;
        }
        return lexicon.has(Feature.DELIMITERS_ANYWHERE) || endsLine(at + mark.length());
    }

    /** Whether it stands at an offset in the middle of a word and ends it. */
    boolean cutsWordAt(int at, Lexicon lexicon) {
        return !mark.isEmpty() && lexicon.has(Feature.DELIMITERS_ANYWHERE) && text.startsWith(mark, at);
    }

    private boolean endsLine(int from) {
        int i = from;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i >= end || Characters.isLineEnd(text.charAt(i));
    }
}

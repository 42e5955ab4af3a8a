package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;

/** Tells where a comment begins that reaches to the end of its line. */
final class LineComments {
    private static final String BREAKPOINT = "--> statement-breakpoint";

    private LineComments() {}

    /** Whether one begins at an offset. */
    static boolean beginsAt(String text, int at, int end, Lexicon lexicon) {
        return switch (text.charAt(at)) {
            case '#' -> lexicon.has(Feature.HASH_COMMENTS);
            case '-' -> at + 1 < end && text.charAt(at + 1) == '-' && isApart(text, at + 2, end, lexicon);
            default -> false;
        };
    }

    private static boolean isApart(String text, int at, int end, Lexicon lexicon) {
        if (at >= end || !lexicon.has(Feature.SPACED_DASH_COMMENTS)) {
            return true;
        }
        char c = text.charAt(at);
        return Characters.isBlank(c)
                || Characters.isControl(c)
                || (lexicon.has(Feature.BREAKPOINT_COMMENTS) && text.startsWith(BREAKPOINT, at - 2));
    }
}

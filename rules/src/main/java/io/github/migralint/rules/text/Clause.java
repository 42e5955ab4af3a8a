package io.github.migralint.rules.text;

import io.github.migralint.history.Step;
import io.github.migralint.source.Span;

/** Finds the words of a statement that a finding marks. */
public final class Clause {
    private Clause() {}

    /** The first {@code count} words of what stands at {@code span}: {@code CREATE UNIQUE INDEX}. */
    public static Span words(Step step, Span span, int count) {
        String text = step.text().slice(span);
        int end = 0;
        for (int i = 0; i < count && end < text.length(); i++) {
            end = wordEnd(text, blankEnd(text, end));
        }
        return new Span(span.start(), span.start() + end);
    }

    private static int blankEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}

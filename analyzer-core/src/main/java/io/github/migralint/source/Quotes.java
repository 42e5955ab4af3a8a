package io.github.migralint.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds where quoted text ends. Each search that fails reads to the end of the text; what it learns makes the next one
 * fail at once, so that any number of unclosed quotes costs linear time.
 */
final class Quotes {
    /** What a search gives when nothing closes the quote. */
    static final int UNCLOSED = -1;

    private final String text;
    private final int end;
    private final Set<Integer> broken;
    private final Map<Character, Integer> lastQuote = new HashMap<>();
    private final Map<String, Integer> lastTag = new HashMap<>();
    private boolean tagsKnown;
    private boolean nestingLost;

    Quotes(String text, int end, Set<Integer> broken) {
        this.text = text;
        this.end = end;
        this.broken = broken;
    }

    /** Where a string may go on in further quotes. */
    enum Continuation {
        /** Nowhere. */
        NEVER,
        /** After blanks with a line end. */
        AFTER_LINE_END,
        /** After any blanks. */
        ANYWHERE
    }

    /** The end of a string literal, with the quotes in which it goes on. */
    int literal(int open, boolean backslash, Continuation continuation, boolean doubleQuotes) {
        int close = quoted(open, backslash);
        while (close != UNCLOSED && continuation != Continuation.NEVER) {
            int more = continuation(close, continuation == Continuation.ANYWHERE);
            if (more < 0 || (text.charAt(more) == '"' && !doubleQuotes)) {
                return close;
            }
            close = quoted(more, backslash);
        }
        return close;
    }

    /** The end of text in {@code text[open]} quotes, which double inside; a backslash may hide them. */
    int quoted(int open, boolean backslash) {
        char quote = text.charAt(open);
        Integer last = lastQuote.get(quote);
        if (broken.contains(open) || (last != null && last <= open)) {
            return UNCLOSED;
        }
        for (int i = open + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' && backslash) {
                i++;
            } else if (c == quote) {
                if (i + 1 >= end || text.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        lastQuote.computeIfAbsent(quote, q -> text.lastIndexOf(q, end - 1));
        return UNCLOSED;
    }

    /** Where the quotes stand in which a string may go on, or -1. */
    private int continuation(int close, boolean anywhere) {
        boolean lineEnd = anywhere;
        int i = close;
        while (i < end) {
            char c = text.charAt(i);
            if (Characters.isBlank(c)) {
                lineEnd |= Characters.isLineEnd(c);
                i++;
            } else if (c == '-' && i + 1 < end && text.charAt(i + 1) == '-') {
                i = lineEnd(i);
            } else {
                return (c == '\'' || c == '"') && lineEnd ? i : -1;
            }
        }
        return -1;
    }

    /** The end of the {@code UESCAPE 'c'} that may follow a literal with Unicode escapes, or that of the literal. */
    int escapeClause(int close) {
        int word = skipBlanks(close);
        if (!text.regionMatches(true, word, "UESCAPE", 0, 7)) {
            return close;
        }
        int quote = skipBlanks(word + 7);
        boolean character = quote + 2 < end && text.charAt(quote) == '\'' && text.charAt(quote + 2) == '\'';
        return character ? quote + 3 : close;
    }

    /** The end of text in {@code text[open]} quotes when it is on the same line, at or after an offset. */
    int sameLine(int open, int from) {
        int i = from;
        while (i < end && text.charAt(i) != text.charAt(open) && !Characters.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i < end && text.charAt(i) == text.charAt(open) ? i + 1 : UNCLOSED;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < end && !Characters.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < end && Characters.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The length of the dollar-quote tag at {@code at}, both dollars included, or 0 when there is none. */
    int tagLength(int at) {
        int i = at + 1;
        if (i < end && Characters.isWordStart(text.charAt(i))) {
            while (i < end && text.charAt(i) != '$' && Characters.isWordPart(text.charAt(i))) {
                i++;
            }
        }
        return i < end && text.charAt(i) == '$' ? i + 1 - at : 0;
    }

    /** The end of a dollar-quoted string whose tag stands at {@code open}. */
    int dollarQuoted(int open, int tagLength) {
        String tag = text.substring(open, open + tagLength);
        if (tagsKnown && lastTag.getOrDefault(tag, -1) <= open) {
            return UNCLOSED;
        }
        int close = text.indexOf(tag, open + tagLength);
        if (close >= 0 && close + tagLength <= end) {
            return close + tagLength;
        }
        learnTags(open);
        return UNCLOSED;
    }

    private void learnTags(int from) {
        if (tagsKnown) {
            return;
        }
        tagsKnown = true;
        for (int i = text.indexOf('$', from); i >= 0 && i < end; i = text.indexOf('$', i + 1)) {
            int length = tagLength(i);
            if (length > 0) {
                lastTag.put(text.substring(i, i + length), i);
            }
        }
    }

    /** The end of the bracketed comment that stands at {@code open}. */
    int comment(int open, boolean nested) {
        if (nested && !nestingLost) {
            int close = nestedComment(open);
            if (close != UNCLOSED) {
                return close;
            }
            nestingLost = true;
        }
        int close = text.indexOf("*/", open + 2);
        return close >= 0 && close + 2 <= end ? close + 2 : UNCLOSED;
    }

    /** The end of a bracketed comment in which others may stand that hold none themselves. */
    int commentWithComments(int open) {
        int i = open + 2;
        while (i + 1 < end) {
            if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                if (close < 0) {
                    return UNCLOSED;
                }
                i = close + 2;
            } else if (text.startsWith("*/", i)) {
                return i + 2;
            } else {
                i++;
            }
        }
        return UNCLOSED;
    }

    /** Whether an unclosed comment was met, after which comments are taken not to nest. */
    boolean nestingLost() {
        return nestingLost;
    }

    private int nestedComment(int open) {
        int depth = 0;
        for (int i = open; i + 1 < end; i++) {
            char c = text.charAt(i);
            if (c == '/' && text.charAt(i + 1) == '*') {
                depth++;
                i++;
            } else if (c == '*' && text.charAt(i + 1) == '/') {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            }
        }
        return UNCLOSED;
    }
}

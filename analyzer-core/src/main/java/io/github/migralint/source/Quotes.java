package io.github.migralint.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds where quoted text ends. Each search that fails reads to the end of the text; what it learns makes the next one
 * fail at once, so that any number of unclosed quotes costs linear time.
 */
final class Quotes {
    /** What a search gives when nothing closes the quote. */
    static final int UNCLOSED = -1;

    private final String text;
    private final int end;
    private final Map<Character, Integer> lastQuote = new HashMap<>();
    private final Map<String, Integer> lastTag = new HashMap<>();
    private boolean tagsKnown;
    private boolean nestingLost;

    Quotes(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** The end of text in {@code text[open]} quotes, which double inside; a backslash may hide them. */
    int quoted(int open, boolean backslash) {
        char quote = text.charAt(open);
        Integer last = lastQuote.get(quote);
        if (last != null && last <= open) {
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

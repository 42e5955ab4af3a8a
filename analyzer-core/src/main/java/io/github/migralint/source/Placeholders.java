package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;
import org.jspecify.annotations.Nullable;

/** Finds what a tool or a client replaces before the server sees it. */
final class Placeholders {
    private final String text;
    private final int start;
    private final int end;
    private final Lexicon lexicon;
    private @Nullable TemplateActions templates;

    Placeholders(String text, int start, int end, Lexicon lexicon) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.lexicon = lexicon;
    }

    /** The end of the placeholder that stands at an offset, or the offset when there is none. */
    int end(int offset) {
        char c = text.charAt(offset);
        if (c == '$' && offset + 1 < end && text.charAt(offset + 1) == '{' && lexicon.has(Feature.BRACE_PLACEHOLDERS)) {
            int i = offset + 2;
            while (i < end && isPlaceholderName(text.charAt(i))) {
                i++;
            }
            return i < end && text.charAt(i) == '}' ? i + 1 : offset;
        }
        if (c == '{') {
            TemplateActions.Action action = templateAt(offset);
            return action == null || action.control() ? offset : action.end();
        }
        return offset;
    }

    private static boolean isPlaceholderName(char c) {
        return "{}$;'\"".indexOf(c) < 0 && !Characters.isLineEnd(c);
    }

    /** The template action that stands at an offset, or null. */
    TemplateActions.@Nullable Action templateAt(int offset) {
        if (!text.startsWith("{{", offset) || !lexicon.has(Feature.TEMPLATE_ACTIONS)) {
            return null;
        }
        if (templates == null) {
            templates = new TemplateActions(text, start, end, lexicon);
        }
        return templates.at(offset);
    }

    /** The end of the client variable whose colon stands at an offset; {@code 'key':value} holds none. */
    int variableEnd(int at) {
        if (at + 1 >= end || !lexicon.has(Feature.CLIENT_VARIABLES)) {
            return at;
        }
        char c = text.charAt(at + 1);
        if (c == '\'' || c == '"' || c == '{') {
            int i = nameEnd(at + (text.startsWith("{?", at + 1) ? 3 : 2));
            char close = c == '{' ? '}' : c;
            return i > at + 2 && i < end && text.charAt(i) == close ? i + 1 : at;
        }
        boolean apart = at == start || !isValueEnd(text.charAt(at - 1));
        return apart && Characters.isWordStart(c) ? nameEnd(at + 1) : at;
    }

    private static boolean isValueEnd(char c) {
        return Characters.isWordPart(c) || "'\")]}".indexOf(c) >= 0;
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < end && Characters.isWordPart(text.charAt(i)) && text.charAt(i) != '$') {
            i++;
        }
        return i;
    }
}

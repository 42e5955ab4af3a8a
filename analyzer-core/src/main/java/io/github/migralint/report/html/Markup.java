package io.github.migralint.report.html;

import io.github.migralint.report.Secrets;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements and text, so that the page is HTML and well-formed XML at once. All text of others goes through one
 * place: markup in it is escaped, passwords are starred, and what would move or hide text is shown as an escape.
 */
final class Markup {
    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Appendable out) {
        this.out = out;
    }

    /** Begins an element; attributes are names and values in turn. */
    Markup open(String element, String... attributes) throws IOException {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    Markup close() throws IOException {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends it and the line. */
    Markup closeLine() throws IOException {
        close();
        out.append('\n');
        return this;
    }

    /** An element with nothing but text in it. */
    Markup leaf(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /** An element that never has content, or has none here and is drawn. */
    Markup empty(String element, String... attributes) throws IOException {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    Markup text(String text) throws IOException {
        append(Secrets.hidden(text));
        return this;
    }

    /** A part of this program, such as its style sheet, as it is: HTML does not know escapes there. */
    Markup own(String resource) throws IOException {
        out.append(resource);
        return this;
    }

    private void tag(String element, String... attributes) throws IOException {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            append(Secrets.hidden(attributes[i + 1]));
            out.append('"');
        }
    }

    private void append(String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> lineEnd(text, i);
                case '\n', '\t' -> out.append((char) c);
                default -> character(c);
            }
        }
    }

    /** A line end of two characters is one; alone it would be taken for a line end, or not. */
    private void lineEnd(String text, int next) throws IOException {
        if (next >= text.length() || text.charAt(next) != '\n') {
            out.append("\\x0d");
        }
    }

    private void character(int c) throws IOException {
        if (c >= ' ' && c < 0x7f) {
            out.append((char) c);
            return;
        }
        switch (Character.getType(c)) {
            case Character.CONTROL -> out.append(String.format("\\x%02x", c));
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
                out.append(String.format("\\u{%x}", c));
            case Character.SURROGATE -> out.append('\ufffd');
            default -> out.append(Character.toString(c));
        }
    }
}

package io.github.migralint.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML 1.0 as it is told, indented; characters that XML forbids or that reorder text become visible escapes. */
final class Xml {
    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private boolean inText;

    /** Begins a document. */
    Xml(Appendable out) throws IOException {
        this.out = out;
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element. */
    Xml start(String element) throws IOException {
        closeTag();
        indent();
        out.append('<').append(element);
        open.push(element);
        inTag = true;
        inText = false;
        return this;
    }

    /** An attribute of the element that has just begun. */
    Xml attribute(String name, String value) throws IOException {
        out.append(' ').append(name).append("=\"");
        append(value, true);
        out.append('"');
        return this;
    }

    /** A number as an attribute of the element that has just begun. */
    Xml attribute(String name, int value) throws IOException {
        return attribute(name, Integer.toString(value));
    }

    /** Text in the element that has just begun. */
    Xml text(String text) throws IOException {
        out.append('>');
        inTag = false;
        inText = true;
        append(text, false);
        return this;
    }

    /** Ends the innermost element. */
    Xml end() throws IOException {
        String element = open.pop();
        if (inTag) {
            out.append("/>\n");
            inTag = false;
        } else {
            if (!inText) {
                indent();
            }
            out.append("</").append(element).append(">\n");
        }
        inText = false;
        return this;
    }

    private void closeTag() throws IOException {
        if (inTag) {
            out.append(">\n");
            inTag = false;
        }
    }

    private void indent() throws IOException {
        for (int i = 0; i < open.size(); i++) {
            out.append("  ");
        }
    }

    private void append(String text, boolean inAttribute) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            boolean windows = codePoint == '\r' && i < text.length() && text.charAt(i) == '\n';
            if (!windows) {
                out.append(escaped(codePoint, inAttribute));
            }
        }
    }

    private static String escaped(int codePoint, boolean inAttribute) {
        return switch (codePoint) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\t' -> inAttribute ? "&#9;" : "\t";
            case '\n', '\r' -> inAttribute ? "&#10;" : "\n";
            default -> codePoint < 0x7f && codePoint >= ' ' ? ascii(codePoint) : Visible.character(codePoint);
        };
    }

    private static String ascii(int codePoint) {
        return String.valueOf((char) codePoint);
    }
}

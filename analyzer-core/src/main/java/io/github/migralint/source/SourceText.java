package io.github.migralint.source;

import java.util.Arrays;

/**
 * The text of one file and where its lines and bytes are. Offsets count UTF-16 units of the decoded text, which does not
 * hold the byte order mark; bytes count from the start of the file, the mark included.
 */
public final class SourceText {
    private final String path;
    private final String text;
    private final ByteOffsets bytes;
    private final int[] lineStarts;

    private SourceText(String path, String text, ByteOffsets bytes) {
        this.path = path.replace('\\', '/');
        this.text = text;
        this.bytes = bytes;
        this.lineStarts = lineStarts(text);
    }

    /** Decodes a file: UTF-8, where each malformed byte becomes U+FFFD, or UTF-16 when a byte order mark says so. */
    public static SourceText of(String path, byte[] content) {
        Decoder.Decoded decoded = Decoder.decode(content);
        return new SourceText(path, decoded.text(), decoded.bytes());
    }

    /** Text that was never bytes; its byte offsets are those it would have in UTF-8. */
    public static SourceText of(String path, String text) {
        return new SourceText(path, text, Decoder.encoded(text));
    }

    /** The path as shown to people, with forward slashes. */
    public String path() {
        return path;
    }

    /** The decoded text. */
    public String text() {
        return text;
    }

    /** The whole text as a span. */
    public Span span() {
        return new Span(0, text.length());
    }

    /** The part of the text that {@code span} covers. */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Line and column of an offset. */
    public Position position(int offset) {
        int line = lineOf(offset);
        return new Position(line, offset - lineStarts[line - 1] + 1);
    }

    /** The number of lines; a line end at the end of the text begins a last, empty line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** Where the line with this number (from 1) stands, without its line end. */
    public Span lineSpan(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && Characters.isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** The text of the line with this number (from 1), without its line end. */
    public String line(int line) {
        return slice(lineSpan(line));
    }

    /** The offset in bytes from the start of the file. */
    public int byteOffset(int offset) {
        return bytes.of(offset);
    }

    private int lineOf(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException(path + " has no offset " + offset);
        }
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}

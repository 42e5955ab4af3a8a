package io.github.migralint.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text without ever refusing one. */
final class Decoder {
    private static final char REPLACEMENT = '\uFFFD';

    /** Text with the way back to its bytes. */
    record Decoded(String text, ByteOffsets bytes) {}

    private Decoder() {}

    static Decoded decode(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return utf16(content, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return utf16(content, StandardCharsets.UTF_16BE);
        }
        return utf8(content, startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0);
    }

    /** The byte offsets that a text has when it is written as UTF-8. */
    static ByteOffsets encoded(String text) {
        var points = new ByteOffsets.Builder();
        points.point(0, 0);
        int at = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int units = Character.charCount(codePoint);
            int size = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            i += units;
            at += size;
            if (size != units) {
                points.point(i, at);
            }
        }
        return points.build(1, at);
    }

    private static Decoded utf16(byte[] content, Charset charset) {
        var points = new ByteOffsets.Builder();
        points.point(0, 2);
        return new Decoded(new String(content, 2, content.length - 2, charset), points.build(2, content.length));
    }

    private static Decoded utf8(byte[] content, int from) {
        var text = new StringBuilder(content.length);
        var points = new ByteOffsets.Builder();
        points.point(0, from);
        for (int i = from; i < content.length; ) {
            if (content[i] >= 0) {
                text.append((char) content[i++]);
                continue;
            }
            int size = sequenceLength(content, i);
            if (size == 1) {
                text.append(REPLACEMENT);
                i++;
                continue;
            }
            text.appendCodePoint(codePoint(content, i, size));
            i += size;
            points.point(text.length(), i);
        }
        return new Decoded(text.toString(), points.build(1, content.length));
    }

    /** Bytes of the well-formed sequence that starts at {@code i}, or 1 when the byte there belongs to none. */
    private static int sequenceLength(byte[] content, int i) {
        int lead = content[i] & 0xFF;
        int size = lead >= 0xF0 && lead <= 0xF4
                ? 4
                : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 1;
        if (size == 1 || i + size > content.length) {
            return 1;
        }
        for (int j = 1; j < size; j++) {
            if ((content[i + j] & 0xC0) != 0x80) {
                return 1;
            }
        }
        int codePoint = codePoint(content, i, size);
        boolean overlong = (size == 3 && codePoint < 0x800) || (size == 4 && codePoint < 0x10000);
        boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        return overlong || surrogate || codePoint > Character.MAX_CODE_POINT ? 1 : size;
    }

    private static int codePoint(byte[] content, int i, int size) {
        int value = content[i] & (0xFF >> (size + 1));
        for (int j = 1; j < size; j++) {
            value = value << 6 | (content[i + j] & 0x3F);
        }
        return value;
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInEachOfTheThreeWays(String lineEnd) {
        SourceText text = SourceText.of("a\\b.sql", "one" + lineEnd + lineEnd + "three");
        assertThat(text.path()).isEqualTo("a/b.sql");
        assertThat(text.lineCount()).isEqualTo(3);
        assertThat(text.line(1)).isEqualTo("one");
        assertThat(text.line(2)).isEmpty();
        assertThat(text.line(3)).isEqualTo("three");
        int three = text.text().indexOf("three");
        assertThat(text.position(three + 2)).isEqualTo(new Position(3, 3));
        assertThat(text.position(text.text().length())).isEqualTo(new Position(3, 6));
        assertThat(text.slice(text.lineSpan(3))).isEqualTo("three");
    }

    @Test
    void emptyTextHasOneLine() {
        SourceText text = SourceText.of("e.sql", new byte[0]);
        assertThat(text.lineCount()).isEqualTo(1);
        assertThat(text.position(0)).isEqualTo(new Position(1, 1));
        assertThat(text.byteOffset(0)).isZero();
        assertThatThrownBy(() -> text.position(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void columnsCountUtf16UnitsAndOffsetsCountBytes() {
        SourceText text = SourceText.of("u.sql", "é €\n😀x".getBytes(StandardCharsets.UTF_8));
        int x = text.text().indexOf('x');
        assertThat(text.position(x)).isEqualTo(new Position(2, 3));
        assertThat(text.byteOffset(x)).isEqualTo(2 + 1 + 3 + 1 + 4);
        assertThat(text.byteOffset(text.text().length())).isEqualTo(12);
    }

    @Test
    void byteOrderMarkIsNoText() {
        byte[] bytes =
                concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "SELECT 1".getBytes(StandardCharsets.UTF_8));
        SourceText text = SourceText.of("bom.sql", bytes);
        assertThat(text.text()).isEqualTo("SELECT 1");
        assertThat(text.byteOffset(0)).isEqualTo(3);
        assertThat(text.position(0)).isEqualTo(new Position(1, 1));
        assertThat(text.byteOffset(8)).isEqualTo(bytes.length);
    }

    @Test
    void utf16WithMark() {
        byte[] little = concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, "SELECT 'ä'".getBytes(StandardCharsets.UTF_16LE));
        byte[] big = concat(new byte[] {(byte) 0xFE, (byte) 0xFF}, "SELECT 'ä'".getBytes(StandardCharsets.UTF_16BE));
        for (byte[] bytes : new byte[][] {little, big}) {
            SourceText text = SourceText.of("utf16.sql", bytes);
            assertThat(text.text()).isEqualTo("SELECT 'ä'");
            assertThat(text.byteOffset(7)).isEqualTo(2 + 14);
            assertThat(text.byteOffset(10)).isEqualTo(bytes.length);
        }
    }

    @Test
    void everyMalformedByteIsOneReplacementCharacter() {
        byte[] latin1 = "-- größe\nSELECT 1".getBytes(StandardCharsets.ISO_8859_1);
        SourceText text = SourceText.of("latin1.sql", latin1);
        assertThat(text.text()).isEqualTo("-- gr\uFFFD\uFFFDe\nSELECT 1");
        for (int i = 0; i <= latin1.length; i++) {
            assertThat(text.byteOffset(i)).isEqualTo(i);
        }
        // truncated, overlong, surrogate, beyond Unicode
        for (String hex : new String[] {"e282", "c0af", "eda080", "f5808080", "f09f98"}) {
            byte[] bytes = java.util.HexFormat.of().parseHex(hex + "41");
            SourceText broken = SourceText.of("x", bytes);
            assertThat(broken.text()).isEqualTo("\uFFFD".repeat(bytes.length - 1) + "A");
            assertThat(broken.byteOffset(bytes.length - 1)).isEqualTo(bytes.length - 1);
        }
    }

    @Test
    void wellFormedTextDecodesAsTheJdkDoesAndOffsetsLeadBack() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var expected = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                int[] limits = {0x80, 0x800, 0xD800, 0x10FFFF};
                int codePoint = random.nextInt(limits[random.nextInt(4)]);
                expected.appendCodePoint(codePoint >= 0xD800 && codePoint < 0xE000 ? '?' : codePoint);
            }
            byte[] bytes = expected.toString().getBytes(StandardCharsets.UTF_8);
            SourceText decoded = SourceText.of("r", bytes);
            SourceText direct = SourceText.of("r", expected.toString());
            if (!decoded.text().equals(expected.toString())) {
                assertThat(expected.charAt(0)).isEqualTo('\uFEFF');
                continue;
            }
            for (int i = 0; i < expected.length(); i += Character.charCount(expected.codePointAt(i))) {
                int prefix = bytes(expected.substring(0, i), StandardCharsets.UTF_8);
                assertThat(decoded.byteOffset(i)).isEqualTo(prefix);
                assertThat(direct.byteOffset(i)).isEqualTo(prefix);
            }
        }
    }

    private static int bytes(String text, Charset charset) {
        return text.getBytes(charset).length;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}

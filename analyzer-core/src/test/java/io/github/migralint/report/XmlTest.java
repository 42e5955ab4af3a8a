package io.github.migralint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlTest {
    private static final int[] NASTY = {
        0, 1, 8, '\t', '\n', 0xb, '\r', 0x1b, ' ', '"', '&', '\'', '<', '>', ']', '[', 'a', 0x7f, 0x85, 0xa0, 0xad,
        0x200b, 0x2028, 0x2029, 0x202e, 0x2066, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xfeff, 0xfffd, 0xfffe, 0xffff,
        0x1f600, 0x1fffe, 0x10ffff, 0xe0001
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "<a href=\"x\">&amp;</a>",
                "]]>",
                "<![CDATA[x]]>",
                "&#0;",
                "--> <?x?>",
                "größe ✓ \uD83D\uDE00",
                "two\nlines",
                "a\ttab",
                ""
            })
    void whatIsLegalComesBackAsItWas(String text) throws IOException {
        Element root = written(text);
        assertThat(root.getAttribute("a")).isEqualTo(text);
        assertThat(Documents.all(root, "child").getFirst().getTextContent()).isEqualTo(text);
    }

    @Test
    void whatIsForbiddenOrHidesTextCanBeSeen() throws IOException {
        assertThat(written("a\0b\u001b[31m\u202eevil\uD800\ufffe").getAttribute("a"))
                .isEqualTo("a\\x00b\\x1b[31m\\u{202e}evil\ufffd\\u{fffe}");
    }

    @Test
    void lineEndsAreThoseOfUnix() throws IOException {
        assertThat(written("a\r\nb\rc\r").getAttribute("a")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void everyTextGivesValidXml() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                int nasty = NASTY[random.nextInt(NASTY.length)];
                text.append(nasty < 0x10000 ? String.valueOf((char) nasty) : Character.toString(nasty));
            }
            Element root = written(text.toString());
            assertThat(root.getAttribute("a")).isEqualTo(shown(text.toString()));
            assertThat(Documents.all(root, "child").getFirst().getTextContent()).isEqualTo(shown(text.toString()));
        }
    }

    /** The same by another way: piece by piece over code points, line ends first. */
    private static String shown(String text) {
        var shown = new StringBuilder();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(c -> shown.append(c == '\n' || c == '\t' ? Character.toString(c) : Visible.character(c)));
        return shown.toString();
    }

    /** The root of a document that holds a text as an attribute, and as text of its only element. */
    private static Element written(String text) throws IOException {
        var out = new StringBuilder();
        var xml = new Xml(out);
        xml.start("root").attribute("a", text);
        xml.start("child").text(text).end();
        xml.end();
        return Documents.xml(out.toString()).getDocumentElement();
    }
}

package io.github.migralint.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected values are those that code scanning's own upload action is published with. */
class LineHashesTest {
    @Test
    void anEmptyFileHasOneLine() {
        assertThat(new LineHashes("").of(1)).isEqualTo("c129715d7a2bc9a3:1");
    }

    @Test
    void blanksAndTabsDoNotCount() {
        assertThat(hashes(" a\nb\n  \t\tc\n d", 4))
                .containsExactly("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
    }

    @Test
    void lineEndsOfEveryKindAreAlike() {
        String[] expected = hashes("a\nb\nc\nd", 4);
        assertThat(hashes("a\r\nb\r\nc\r\nd", 4)).containsExactly(expected);
        assertThat(hashes("a\rb\rc\rd", 4)).containsExactly(expected);
    }

    @Test
    void aLastLineEndBeginsAnEmptyLine() {
        String text = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End";
        assertThat(hashes(text, 6))
                .containsExactly(
                        "8b7cf3e952e7aeb2:1",
                        "b1ae1287ec4718d9:1",
                        "bff680108adb0fcc:1",
                        "c6805c5e1288b612:1",
                        "b86d3392aea1be30:1",
                        "e6ceba753e1a442:1");
        for (String end : new String[] {"\n", "\r", "\r\n"}) {
            assertThat(hashes((text + "\n").replace("\n", end), 7))
                    .containsExactly(
                            "e9496ae3ebfced30:1",
                            "fb7c023a8b9ccb3f:1",
                            "ce8ba1a563dcdaca:1",
                            "e20e36e16fcb0cc8:1",
                            "b3edc88f2938467e:1",
                            "c8e28b0b4002a3a0:1",
                            "c129715d7a2bc9a3:1");
        }
    }

    @Test
    void equalLinesAreNumbered() {
        String line = "x".repeat(150) + "\n";
        String first = new LineHashes(line.repeat(3)).of(1);
        assertThat(first).endsWith(":1");
        assertThat(new LineHashes(line.repeat(3)).of(2)).isEqualTo(first.replace(":1", ":2"));
    }

    @Test
    void aByteOrderMarkIsACharacter() {
        assertThat(new LineHashes("\ufeffa").of(1)).isNotEqualTo(new LineHashes("a").of(1));
    }

    private static String[] hashes(String text, int lines) {
        var hashes = new LineHashes(text);
        return IntStream.rangeClosed(1, lines).mapToObj(hashes::of).toArray(String[]::new);
    }
}

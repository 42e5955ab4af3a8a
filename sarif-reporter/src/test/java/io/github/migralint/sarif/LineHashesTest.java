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

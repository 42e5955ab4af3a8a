package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The output that pages about formats show is what the command prints: below {@code <!-- output of migralint … -->}, in
 * a block of its own. {@code -Dmigralint.update=true} writes it.
 */
class ShownOutputTest {
    private static final Path ROOT = Path.of(System.getProperty("migralint.root", ".."));
    private static final Pattern OUTPUT =
            Pattern.compile("(?s)(<!-- output of migralint ([^\\n]*) -->\\n(`{3,})\\w*\\n)(.*?)(?=\\3\\n)");

    @ParameterizedTest
    @ValueSource(strings = {"github.md", "markdown.md"})
    void outputIsReal(String name) throws IOException {
        Path file = ROOT.resolve("docs/formats").resolve(name);
        String page = Files.readString(file);
        String real =
                OUTPUT.matcher(page).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + output(found)));
        assertThat(OUTPUT.matcher(page).find()).as("a page shows output").isTrue();
        if (Boolean.getBoolean("migralint.update")) {
            Files.writeString(file, real);
        } else {
            assertThat(page).isEqualTo(real);
        }
    }

    private static String output(MatchResult found) {
        List<Object> arguments = new ArrayList<>();
        for (String word : found.group(2).split(" ", -1)) {
            arguments.add(word.startsWith("examples/") ? ROOT.resolve(word) : word);
        }
        return Run.of(arguments.toArray()).out();
    }
}

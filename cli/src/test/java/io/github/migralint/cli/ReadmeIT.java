package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pieces that the README shows are what the command prints; {@code docs/update-readme} brings them up to date. */
class ReadmeIT {
    private static final Path ROOT =
            Path.of(System.getProperty("migralint.root", "..")).toAbsolutePath();
    private static final Pattern SHOWN =
            Pattern.compile("(?s)<!-- output of the first command -->\n```text\n(.*?)```\n<!-- end of output -->");

    private static final Pattern TEXT_OF_PICTURE = Pattern.compile("<tspan[^>]*>([^<]*)</tspan>");

    @Test
    void theFirstCommandPrintsWhatTheReadmeShows() throws IOException {
        Matcher readme = SHOWN.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme.find()).isTrue();

        Installed.Result result = Installed.ofBuild()
                .in(ROOT)
                .withEnvironment(Map.of("NO_COLOR", "1"))
                .run("check", "examples/shop");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).containsSubsequence(readme.group(1).strip().split("\\s*\n…\n\\s*"));
    }

    /** The picture has the same words in the same order. */
    @Test
    void thePictureShowsWhatTheReadmeShows() throws IOException {
        Matcher readme = SHOWN.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(readme.find()).isTrue();

        List<String> drawn = TEXT_OF_PICTURE
                .matcher(Files.readString(ROOT.resolve("docs/console.svg")))
                .results()
                .map(part ->
                        part.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .toList();
        assertThat(words(String.join(" ", drawn))).isEqualTo(words(readme.group(1)));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.cli.console.Terminal;
import io.github.migralint.cli.console.Verbosity;
import io.github.migralint.report.Report;
import io.github.migralint.report.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example on the page of each format is what comes out today. */
class FormatPagesTest {
    private static final Path PAGES = Path.of(System.getProperty("migralint.root", ".."), "docs/formats");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "json, json",
        "jsonl, json",
        "gitlab, json",
        "junit, xml",
        "checkstyle, xml",
        "rdjson, json",
        "sonarqube, json"
    })
    void theExampleIsReal(String format, String language) throws IOException {
        Path file = PAGES.resolve(format + ".md");
        String page = Files.readString(file);
        String output = output(format);
        Matcher example = Pattern.compile("```" + language + "\n(.*?)```\n", Pattern.DOTALL)
                .matcher(page);
        assertThat(example.find()).as("an example on " + file).isTrue();
        if ("write".equals(System.getProperty("migralint.goldens"))) {
            String before = page.substring(0, example.start(1));
            Files.writeString(file, before + output + page.substring(example.end(1)));
            return;
        }
        assertThat(output).isEqualTo(example.group(1));
    }

    private String output(String format) throws IOException {
        Report report = Reports.of(ShopFolder.in(folder));
        var style = new ReportStyle(
                new Terminal(false, true, false, Terminal.USUAL_WIDTH),
                Verbosity.NORMAL,
                false,
                Optional.empty(),
                Optional::empty);
        var out = new StringBuilder();
        ReportFormat.of(format).reporter(style, new SourceRoot(folder, folder)).write(report, out);
        return out.toString().replace(folder + "/", "");
    }
}

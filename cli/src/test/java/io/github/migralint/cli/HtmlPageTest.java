package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migralint.fixtures.Histories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The page for browsers, of real findings. */
class HtmlPageTest {
    private static final Pattern FINDING =
            Pattern.compile("<article [^>]*data-risk=\"(\\w+)\" data-rule=\"([\\w-]+)\"");

    @TempDir
    Path folder;

    @Test
    void theBodyOfAPageIsAsItWas() throws IOException {
        Path migrations = ShopFolder.in(folder);
        Files.writeString(
                migrations.resolve("V3__total.sql"),
                "ALTER TABLE orders ADD total numeric(10, 2);\n\nALTER TABLE orders ALTER customer_id TYPE text;\n");
        String page =
                Run.of("check", migrations, "-f", "html", "--db-version", "16").out();
        assertThat(page).doesNotContain(folder.toString());
        Golden.check("page.html", page.substring(page.indexOf("<body>"), page.indexOf("<script>")) + "\n");
    }

    @ParameterizedTest
    @FieldSource("io.github.migralint.fixtures.Histories#POSTGRESQL")
    void everyFindingIsOnThePage(String name) throws IOException {
        for (Map.Entry<String, String> file : Histories.postgresql(name).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String page = Run.of("check", folder, "-f", "html").out();
        JsonNode report = new ObjectMapper()
                .readTree(Run.of("check", folder, "-f", "json").out());
        var expected = new ArrayList<String>();
        report.get("findings")
                .forEach(finding -> expected.add(
                        finding.get("risk").asText() + " " + finding.get("rule").asText()));
        var shown = new ArrayList<String>();
        Matcher finding = FINDING.matcher(page);
        while (finding.find()) {
            shown.add(finding.group(1).toUpperCase(Locale.ROOT) + " " + finding.group(2));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }
}

package io.github.migralint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.rule.Risk;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReporterTest {
    /** What means nothing but itself, and the parts that the reporter itself makes of a finding. */
    private static final List<Pattern> HARMLESS = List.of(
            Pattern.compile("(?ms)^(`{3,})sql\\n.*?^\\1$"),
            Pattern.compile("<code>[^<>]*</code>"),
            Pattern.compile("`[^`\\n]+`"),
            Pattern.compile(
                    "\\[column-type-rewrite\\]\\(" + Pattern.quote(Product.rulePage("column-type-rewrite")) + "\\)"),
            Pattern.compile("(?m)^<!-- migralint -->$"),
            Pattern.compile("(?m)^</?details>$|</?(summary|b|sub)>"),
            Pattern.compile("\\*\\*(LOW|HIGH|Blocks|Because|Note|See|Instead|Problem)\\*\\*"),
            Pattern.compile("(?m)^#{3,4} |^- |^\\|:--\\|:--\\|--:\\|:--\\|$"));

    private final MadeReport report = new MadeReport();

    private String text() {
        return report.by(new MarkdownReporter(MadeReport.ROOT));
    }

    private static String prose(String text) {
        String left = text;
        for (Pattern harmless : HARMLESS) {
            left = harmless.matcher(left).replaceAll("");
        }
        return left;
    }

    @Test
    void nothingToReportIsOneLineAfterTheMarker() {
        assertThat(text())
                .isEqualTo("<!-- migralint -->\nMigralint: no findings · 2 migrations, 9 statements, all understood\n");
    }

    @Test
    void aFindingIsARowAndABlock() {
        report.add(Risk.HIGH, "db/V2__x.sql", "SELECT 1;\nDROP TABLE t;\n", "TABLE t", "it goes");
        assertThat(text())
                .startsWith("<!-- migralint -->\n### Migralint: 1 finding (1 high)\n")
                .contains("fails at HIGH")
                .contains("#### `service/db/V2__x.sql`\n\n| risk | rule | line |")
                .contains("| **HIGH** | [column-type-rewrite](" + Product.rulePage("column-type-rewrite")
                        + ") | 2 | it goes |\n")
                .contains("<summary><b>HIGH</b> <code>column-type-rewrite</code> in line 2: it goes</summary>\n\n")
                .contains("```sql\nSELECT 1;\nDROP TABLE t;\n")
                .contains("- **Blocks** it goes\n")
                .contains("**Instead**, it goes:\n\n```sql\nit goes\n```\n\nnext:\n\n```sql\nSELECT 1;\n```\n")
                .contains("PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everybody",
                "look,@all",
                "#123",
                "GH-12",
                "owner/repo#7",
                "https://evil.example/x",
                "www.evil.example",
                "deadbeef1",
                "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678",
                "<script>alert(1)</script>",
                "</details>",
                "<!--",
                "-->",
                "&lt;b&gt;",
                "![x](https://evil.example)",
                "[x](y)",
                "**bold**",
                "_under_",
                "~~gone~~",
                ":tada:",
                "$x$",
                "a|b",
                "a\\|b",
                "tick`tick",
                "```",
                "````sql",
                "1.",
                "1)",
                "-",
                "+",
                "=====",
                "| a | b |",
                "> quoted",
                "# heading",
                "\tindented",
                "two\n\n# lines",
                "\u202eturned\u2066",
                "a\\"
            })
    void textMeansNothingButItself(String word) {
        String words = word + " in the middle " + word + ", and at the end " + word;
        report.add(Risk.LOW, "db/" + word + ".sql", "DROP TABLE \"" + word + "\";\n", "TABLE", words);
        report.add(Problem.of(Problem.Kind.FILE, "db/" + word, words + "."));
        String prose = prose(text());
        assertThat(prose)
                .doesNotContain(
                        "@", "`", "#", "<", ">", "[", "]", "*", "_", "~", "$", "\\", "&", "http", "www", "\u202e")
                .doesNotContainPattern(":\\w+:|GH-|\\b[0-9a-f]{7}|(?m)^\\s*([-+=>]|\\d+[.)])");
        assertThat(prose.lines().filter(line -> line.startsWith("|")))
                .isNotEmpty()
                .allMatch(line -> line.chars().filter(c -> c == '|').count() == 5);
    }

    @Test
    void aFenceIsLongerThanAnyInIt() {
        report.add(Risk.LOW, "V1.sql", "COMMENT ON TABLE t IS '\n````\n<b>';\n", "COMMENT", "x");
        assertThat(text()).contains("\n`````sql\nCOMMENT ON TABLE t IS '\n````\n<b>';\n");
    }

    @Test
    void passwordsAreNotShown() {
        String sql = "ALTER ROLE a PASSWORD 's3cret';";
        report.add(Risk.HIGH, "V1.sql", sql + "\n", "ALTER", sql);
        assertThat(text()).doesNotContain("s3cret").contains("PASSWORD '******'");
    }

    @Test
    void everyFindingIsThereAsLongAsThereIsRoomAndTheGravestStay() {
        for (int i = 0; i < 400; i++) {
            report.add(i == 399 ? Risk.CRITICAL : i % 2 == 0 ? Risk.LOW : Risk.MEDIUM, "db/V" + i + "__x.sql");
        }
        String all = report.by(new MarkdownReporter(MadeReport.ROOT, 10_000_000));
        assertThat(all.split("\n\\| \\*\\*", -1)).hasSize(401);
        assertThat(all.split("<details>", -1)).hasSize(401);
        assertThat(all).doesNotContain("400 findings are");
        String some = text();
        assertThat(some.length()).isLessThanOrEqualTo(MarkdownReporter.LIMIT);
        int rows = some.split("\n\\| \\*\\*", -1).length - 1;
        int details = some.split("<details>", -1).length - 1;
        assertThat(rows).isBetween(100, 399);
        assertThat(some)
                .contains("service/db/V399__x.sql")
                .contains("**" + (400 - rows) + " of 400 findings are not listed, the least grave ones")
                .contains("**" + (rows - details) + " of 400 findings are listed without details");
        assertThat(details).isPositive();
        assertThat(some.split("\\*\\*MEDIUM\\*\\*", -1)).hasSize(Math.min(199, rows - 1) + 1);
    }

    @Test
    void longStatementsAreShownWhereTheClauseIs() {
        String sql = "ALTER TABLE t\n" + "  -- one more\n".repeat(50) + "  DROP COLUMN c,\n  ADD COLUMN d int;\n";
        report.add(Risk.HIGH, "V1.sql", sql, "DROP COLUMN c", "x");
        assertThat(text()).contains("```sql\nALTER TABLE t\n…\n  DROP COLUMN c,\n  ADD COLUMN d int;\n");
    }
}

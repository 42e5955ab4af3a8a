package io.github.migralint.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.history.Step;
import io.github.migralint.report.Report;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page is well-formed whatever stands in the files, and says what it shows in one way only. */
class HtmlReporterTest {
    private static final RuleInfo INFO =
            new RuleInfo("hostile", "A test.", Category.DATA, Risk.HIGH, true, List.of("postgresql"));

    private static final List<String> NASTY = List.of(
            "</script><script>window.hostile = 1</script>",
            "<img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' onfocus='alert(1)",
            "]]>",
            "<!--",
            "-->",
            "&amp;&#60;script&#62;",
            "</style>",
            "</title>",
            "javascript:alert(1)",
            "\u202e gnp.exe",
            "\u0000\u0007\u001b[31m",
            "\ud800",
            "\udc00\ud800",
            "\uffff\ufffe",
            "\u2028\u2029\u0085",
            "\r",
            "\r\n",
            "\t",
            "𝒳é漢",
            "\ufeff\u200b\u00ad");

    /** Says something hostile of each statement, in every part of a finding. */
    private record Echo(String text) implements Rule {
        @Override
        public RuleInfo info() {
            return INFO;
        }

        @Override
        public void check(Step step, Consumer<Finding> report) {
            report.accept(Finding.at(step, INFO, step.statement().span())
                    .object(text)
                    .label("label " + text)
                    .message("message " + text + ".")
                    .blocks("blocks " + text)
                    .because("because " + text)
                    .instead("when " + text, "SELECT '" + text + "'")
                    .note("note " + text)
                    .related(new Related("a" + text + ".sql", 1, "related " + text))
                    .build());
        }
    }

    @TempDir
    Path folder;

    @Test
    void nothingThatStandsInAFileBecomesMarkup() throws Exception {
        for (String nasty : NASTY) {
            check(nasty);
        }
    }

    @Test
    void norDoAnyTwoOfThem() throws Exception {
        var random = new Random(20261121);
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 6; j++) {
                text.append(random.nextBoolean() ? NASTY.get(random.nextInt(NASTY.size())) : "");
                text.append((char) random.nextInt(0x250));
            }
            check(text.toString());
        }
    }

    private void check(String nasty) throws Exception {
        String sql = "SELECT '" + nasty.replace("'", "''") + "';\nCREATE TABLE \"t" + nasty.replace("\"", "\"\"")
                + "\" (\"c" + nasty.replace("\"", "\"\"") + "\" int DEFAULT 1);\n";
        Document page = parsed(page(sql, new Echo(nasty)));
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(all(page, "*").stream().filter(HtmlReporterTest::hasHandler)).isEmpty();
        assertThat(all(page, "a")).allMatch(link -> link.getAttribute("href").matches("(#|https://).*"));
        String text = page.getDocumentElement().getTextContent();
        boolean binary = sql.indexOf('\0') >= 0;
        if (!binary) {
            assertThat(all(page, "article")).isNotEmpty();
            assertThat(text)
                    .contains("label ")
                    .contains("because ")
                    .contains("note ")
                    .contains("related ");
        }
        assertThat(text.codePoints().filter(HtmlReporterTest::movesOrHides)).isEmpty();
    }

    private static boolean hasHandler(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (name.startsWith("on") || name.equals("style") || name.equals("src")) {
                return true;
            }
        }
        return false;
    }

    private static boolean movesOrHides(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (type == Character.CONTROL && c != '\n' && c != '\t');
    }

    @Test
    void theTextOfAMessageIsReadBackAsItWas() throws Exception {
        String text = "1 < 2 && \"a\" > 'b' é漢𝒳 &lt;";
        Document page = parsed(page("SELECT 1;", new Echo(text)));
        assertThat(all(page, "p").stream()
                        .filter(p -> p.getAttribute("class").equals("message"))
                        .map(Element::getTextContent))
                .containsExactly("message " + text + ".");
    }

    @Test
    void passwordsAreStarredWhereverTheyAreShown() throws Exception {
        String secret = "tiger-in-the-tank";
        String sql = "CREATE USER app PASSWORD '" + secret + "';\nCREATE TABLE t (u text DEFAULT 'postgres://app:"
                + secret + "@host/shop');\n";
        assertThat(page(sql, new Echo("ALTER ROLE a PASSWORD '" + secret + "'")))
                .doesNotContain(secret);
    }

    @Test
    void aLongLineIsCutAroundItsMark() throws Exception {
        String sql = "SELECT '" + "x".repeat(1_000_000) + "', PASSWORD '" + "y".repeat(100_000) + "';";
        String page = page(sql, new Echo("found"));
        assertThat(page.length()).isLessThan(60_000);
        assertThat(page).contains("xxxx").contains("…");
        parsed(page);
    }

    @Test
    void thousandsOfStatementsMakeAShortDrawing() throws Exception {
        var sql = new StringBuilder("CREATE TABLE t (id int);\n");
        for (int i = 0; i < 5_000; i++) {
            sql.append("ALTER TABLE t ADD c").append(i).append(" int;\n");
        }
        Files.writeString(folder.resolve("V1__a.sql"), "CREATE TABLE t (id int); CREATE TABLE u (id int);");
        String page = page("V2__b.sql", sql.toString().replace("CREATE TABLE t (id int);", ""), List.of());
        assertThat(page.length()).isLessThan(150_000);
        assertThat(page).contains("statements more, left out here").contains("parts more");
        parsed(page);
    }

    @Test
    void thePageIsTheSameEachTimeAndNamesNoFolderOfTheMachine() throws Exception {
        String sql = "CREATE TABLE t (id int);\nALTER TABLE t ADD x int;";
        String page = page(sql, new Echo("x"));
        assertThat(page(sql, new Echo("x"))).isEqualTo(page);
        assertThat(page).doesNotContain(folder.toString());
    }

    @Test
    void theBrowserMayLoadNothing() throws Exception {
        Document page = parsed(page("SELECT 1;", new Echo("x")));
        Element policy = all(page, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow();
        assertThat(policy.getAttribute("content"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(all(page, "link")).isEmpty();
        assertThat(Assets.load().style()).doesNotContain("http").doesNotContain("@import");
    }

    private static List<Element> all(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parsed(String page) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private String page(String sql, Rule rule) throws IOException {
        return page("V1__a.sql", sql, List.of(rule));
    }

    private String page(String file, String sql, List<Rule> rules) throws IOException {
        Files.write(folder.resolve(file), sql.getBytes(StandardCharsets.UTF_8));
        Request request = Request.of(
                        List.of(folder), Dialects.named("postgresql").orElseThrow())
                .build();
        Report report = new Analyzer(rules, rules.stream().map(Rule::info).toList())
                .tracing(true)
                .check(request, Optional.of(Risk.HIGH));
        var out = new StringBuilder();
        new HtmlReporter(SourceRoot.around(Path.of(""))).write(report, out);
        return out.toString();
    }
}

package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.report.Problem;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.SuppressionRule;
import io.github.migralint.rules.Scenario.Expectation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every page is run; what a page says is what the rule does. */
class RulePagesTest {
    @TempDir
    Path folder;

    static Stream<Scenario> scenarios() {
        return Rules.all().stream()
                .map(rule -> rule.info().id())
                .flatMap(id -> Scenario.of(id, Rules.page(id).orElseThrow()).stream());
    }

    static Stream<Scenario> rightExamples() {
        return Stream.concat(scenarios().filter(Scenario::safe), recipes().stream());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aPageTellsWhatItsRuleFinds(Scenario scenario) throws IOException {
        Rule rule = Rules.rule(scenario.page()).orElseThrow();
        // a suppression is judged by what it suppresses
        var bench = new Bench(folder, scenario, rule instanceof SuppressionRule ? Rules.all() : List.of(rule));
        var unexpected = new ArrayList<>(bench.findings().stream()
                .filter(finding -> finding.rule().equals(scenario.page()))
                .toList());
        var missing = new ArrayList<String>();
        for (Scenario.File file : scenario.files()) {
            for (Expectation expected : file.expectations()) {
                if (!unexpected.removeIf(finding -> matches(finding, file, expected))) {
                    missing.add(scenario.page() + ".md:" + (file.pageLine() + expected.line()) + " " + expected.risk()
                            + ": " + expected.text());
                }
            }
        }
        assertThat(bench.problems())
                .as("problems")
                .allMatch(problem -> scenario.mayBeUnreadable() && problem.kind() == Problem.Kind.NOT_UNDERSTOOD);
        assertThat(missing)
                .as("expected and not found; found and not expected: " + told(unexpected))
                .isEmpty();
        assertThat(told(unexpected)).as("found and not expected").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rightExamples")
    void noRuleSaysMoreThanLowAboutARightExample(Scenario scenario) throws IOException {
        List<Rule> rules = Rules.all();
        var bench = new Bench(folder, scenario, rules);
        assertThat(bench.problems()).as("problems").isEmpty();
        assertThat(told(bench.findings().stream()
                        .filter(finding -> finding.risk().atLeast(Risk.MEDIUM))
                        .toList()))
                .isEmpty();
    }

    private static boolean matches(Finding finding, Scenario.File file, Expectation expected) {
        var text = finding.place().text();
        int first = text.position(finding.place().span().start()).line();
        int last = text.position(finding.place().span().end()).line();
        return text.path().endsWith(file.name())
                && first <= expected.line()
                && expected.line() <= last
                && finding.risk().name().equals(expected.risk())
                && (finding.label().contains(expected.text())
                        || finding.message().contains(expected.text())
                        || finding.blocks().contains(expected.text()));
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.place().text().path().replaceFirst(".*/", "") + ":"
                        + finding.place()
                                .text()
                                .position(finding.place().span().start())
                                .line()
                        + " " + finding.risk() + " " + finding.rule() + ": " + finding.label() + " / "
                        + finding.message())
                .toList();
    }

    private static List<Scenario> recipes() {
        String name = "/io/github/migralint/fixtures/safe-recipes.md";
        try (InputStream recipes = RulePagesTest.class.getResourceAsStream(name)) {
            assertThat(recipes).as(name).isNotNull();
            return Scenario.of("safe-recipes", new String(recipes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

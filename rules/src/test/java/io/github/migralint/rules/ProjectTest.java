package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project checks itself: what is said in several places must agree. */
class ProjectTest {
    private static final Path ROOT = Path.of(System.getProperty("migralint.root", ".."));
    private static final Path SOURCES = ROOT.resolve("rules/src/main/java/io/github/migralint/rules");

    private static final Pattern RULE = Pattern.compile(" implements (?:Suppression)?Rule \\{");

    static Stream<Rule> rules() {
        return Rules.all().stream();
    }

    @Test
    void theCatalogueIsSortedAndNamesEachRuleOnce() {
        List<String> ids = rules().map(rule -> rule.info().id()).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids.size()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void eachRuleClassIsInTheCatalogue() throws IOException {
        List<String> known =
                rules().map(rule -> rule.getClass().getSimpleName()).toList();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> classes = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(ProjectTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(classes).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void eachPageBelongsToARule() throws IOException {
        List<String> known =
                rules().map(rule -> rule.getClass().getSimpleName()).toList();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.replace(".md", ""))
                    .toList();
            assertThat(pages).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theNameOfARuleIsThatOfItsClassAndItsFamilyThatOfItsPackage(Rule rule) {
        RuleInfo info = rule.info();
        String kebab = rule.getClass()
                .getSimpleName()
                .replaceAll("(?<!^)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        assertThat(info.id()).isEqualTo(kebab);
        assertThat(rule.getClass().getPackageName())
                .isEqualTo("io.github.migralint.rules." + info.category().name().toLowerCase(Locale.ROOT));
        assertThat(info.id()).doesNotMatch("^(ban|require|prefer|no|avoid)-.*");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSummaryOfARuleIsOneSentence(Rule rule) {
        String summary = rule.info().summary();
        assertThat(summary).matches("[A-Z].*\\.").doesNotContain(". ").hasSizeLessThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePageOfARuleBeginsWithItsNameAndItsSummary(Rule rule) {
        RuleInfo info = rule.info();
        String page = Rules.page(info.id()).orElseThrow();
        assertThat(page).startsWith("# " + info.id() + "\n\n" + info.summary() + "\n\n");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePageOfARuleShowsWhatIsWrongAndWhatIsRight(Rule rule) {
        String id = rule.info().id();
        List<Scenario> scenarios = Scenario.of(id, Rules.page(id).orElseThrow());
        assertThat(scenarios.size()).isGreaterThanOrEqualTo(5);
        assertThat(scenarios).anyMatch(scenario -> scenario.expectsFindings() && !scenario.safe());
        assertThat(scenarios).anyMatch(Scenario::safe);
        assertThat(scenarios)
                .allSatisfy(scenario -> assertThat(scenario.attributes()).containsKey("engine"));
        assertThat(scenarios)
                .flatExtracting(Scenario::files)
                .flatExtracting(Scenario.File::expectations)
                .extracting(Scenario.Expectation::risk)
                .as("the usual risk is shown")
                .contains(rule.info().risk().name());
    }

    @Test
    void theListOfRulesIsUpToDate() throws IOException {
        Path list = ROOT.resolve("docs/rules.md");
        String expected = RuleList.markdown();
        if (Boolean.getBoolean("migralint.update")) {
            Files.createDirectories(list.getParent());
            Files.writeString(list, expected);
        }
        assertThat(list)
                .as("run the tests with -Dmigralint.update=true to write it")
                .content()
                .isEqualTo(expected);
    }

    private static boolean isRule(Path file) {
        try {
            return RULE.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

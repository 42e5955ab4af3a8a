package io.github.migralint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the house: which package may know which, and what none may do. */
class ArchitectureTest {
    private static final String ROOT = "io.github.migralint";

    /** The packages of the analyzer, left to right: each may use only those before it. */
    private static final List<String> LINE = List.of(
            "source",
            "ast",
            "schema",
            "effect",
            "dialect",
            "framework",
            "engine",
            "history",
            "trace",
            "rule",
            "config",
            "triage",
            "baseline",
            "report",
            "inspection");

    private static final DescribedPredicate<JavaClass> GENERATED_PARSERS = DescribedPredicate.describe(
            "generated parsers", type -> type.isAssignableTo("org.antlr.v4.runtime.Recognizer"));

    private static JavaClasses house;

    @BeforeAll
    static void readHouse() throws URISyntaxException {
        URI tests = ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        house = new ClassFileImporter()
                .withImportOption(location -> !location.asURI().toString().startsWith(tests.toString()))
                .importPackages(ROOT);
    }

    @Test
    void theWholeHouseWasSeen() {
        assertThat(house.size()).isGreaterThan(400);
        for (String room : List.of("source", "ast", "schema", "effect", "dialect", "history", "rule", "rules", "cli")) {
            assertThat(house.stream().filter(type -> in(type, room)).count())
                    .as("classes in " + room)
                    .isGreaterThan(5);
        }
    }

    @Test
    void eachPackageUsesOnlyThoseToItsLeft() {
        for (int i = 0; i < LINE.size(); i++) {
            List<String> right = new ArrayList<>(packages(LINE.subList(i + 1, LINE.size())));
            right.addAll(packages(List.of("rules", "sarif", "cli")));
            right.add(ROOT);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + LINE.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(right.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @Test
    void onlyTheCommandPutsRulesAndReportersTogether() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".rules..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".rules..")
                .check(house);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".sarif..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".sarif..")
                .check(house);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".cli..")
                .check(house);
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void parsersOfOthersStayInTheDialects() {
        onlyIn("org.antlr..", ROOT + ".dialect.*..");
        onlyIn("net.sf.jsqlparser..", ROOT + ".dialect.dml..");
    }

    @Test
    void outputLibrariesStayInTheReporters() {
        onlyIn(
                "com.fasterxml.jackson..",
                ROOT + ".baseline..",
                ROOT + ".report..",
                ROOT + ".inspection..",
                ROOT + ".sarif..",
                ROOT + ".cli..",
                ROOT + ".config..");
        onlyIn("com.contrastsecurity..", ROOT + ".sarif..");
        onlyIn("picocli..", ROOT + ".cli..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dialect", "framework"})
    void whatIsInsideADialectOrFrameworkIsNamedOnlyThereAndInTheList(String kind) {
        String kinds = ROOT + "." + kind;
        classes()
                .that(DescribedPredicate.describe(
                        "live in a folder of " + kind,
                        type -> !folder(type, kinds).isEmpty()))
                .and()
                .resideOutsideOfPackages(
                        ROOT + ".dialect.dml..",
                        ROOT + ".dialect.grammar..",
                        ROOT + ".dialect.procedural..",
                        ROOT + ".dialect.query..")
                .should(new ArchCondition<JavaClass>("be named only in their own folder and in the list of " + kind) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesToSelf().stream()
                                .filter(use -> !folder(type, kinds).equals(folder(use.getOriginClass(), kinds)))
                                .filter(use -> !isList(use.getOriginClass(), kinds))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                    }
                })
                .check(house);
    }

    @Test
    void onlyTheCommandKnowsTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".fixtures..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(house);
    }

    @Test
    void nothingOpensAConnection() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to the network",
                        type -> type.getPackageName().startsWith("java.net")
                                && !type.getName().equals("java.net.URI")
                                && !type.getName().equals("java.net.URISyntaxException")))
                .check(house);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.not(GENERATED_PARSERS))
                .should()
                .beFinal()
                .andShould(notBeMadeForChange())
                .check(house);
    }

    @Test
    void exceptionsSayWhatIsWrong() {
        noClasses()
                .that(DescribedPredicate.not(GENERATED_PARSERS))
                .should(THROW_GENERIC_EXCEPTIONS)
                .check(house);
    }

    private static ArchCondition<JavaField> notBeMadeForChange() {
        return new ArchCondition<>("not be of a type made for change") {
            private final List<String> changing = List.of("java.util.concurrent.", "java.lang.ThreadLocal");

            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean changes = (type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE))
                        || changing.stream().anyMatch(type.getName()::startsWith)
                        || type.isAssignableTo(Appendable.class)
                        || type.isAssignableTo("java.util.AbstractCollection")
                        || type.isAssignableTo("java.util.AbstractMap");
                if (changes && !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " can change"));
                }
            }
        };
    }

    private static void onlyIn(String library, String... homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(house);
    }

    private static List<String> packages(List<String> names) {
        return names.stream().map(name -> ROOT + "." + name + "..").toList();
    }

    private static boolean in(JavaClass type, String name) {
        String home = type.getPackageName() + ".";
        return home.startsWith(ROOT + "." + name + ".");
    }

    /** The folder of one dialect or framework, such as {@code postgresql}, or empty for what lies outside of them. */
    private static String folder(JavaClass type, String kinds) {
        String home = type.getPackageName() + ".";
        return home.startsWith(kinds + ".") && !home.equals(kinds + ".")
                ? home.substring(kinds.length() + 1).replaceFirst("\\..*", "")
                : "";
    }

    /** {@code Dialects} and {@code Frameworks} are where each gets its line. */
    private static boolean isList(JavaClass type, String kinds) {
        return type.getPackageName().equals(kinds) && type.getSimpleName().endsWith("s");
    }
}

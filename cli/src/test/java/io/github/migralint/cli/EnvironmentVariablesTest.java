package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

class EnvironmentVariablesTest {
    private static final Path ROOT = Path.of(System.getProperty("migralint.root", ".."));

    @TempDir
    Path folder;

    Path index;

    @BeforeEach
    void writeMigrations() throws IOException {
        index = ShopFolder.in(folder).resolve("V2__index.sql");
    }

    /** Every option of every command has a variable that means the same. */
    @TestFactory
    Stream<DynamicTest> everyOptionIsSaidByItsVariable() {
        return Commands.all().entrySet().stream()
                .flatMap(command -> EnvironmentVariables.options(
                                command.getValue().get().spec())
                        .stream()
                        .map(option -> DynamicTest.dynamicTest(
                                command.getKey() + " " + EnvironmentVariables.nameOf(option),
                                () -> meansTheSame(command.getValue().get(), option))));
    }

    private static void meansTheSame(Command command, OptionSpec option) {
        boolean flag = option.arity().max() == 0;
        String name = Options.name(option);
        String written = flag ? (option.negatable() ? "--no-" + name.substring(2) : name) : name + "=a,b";
        String value = flag ? (option.negatable() ? "No" : "YES") : " a,b ";
        Object onTheLine = parse(command.spec(), List.of(written)).matchedOptionValue(name, null);
        var variables = EnvironmentVariables.of(Map.of(EnvironmentVariables.nameOf(option), value));
        List<EnvironmentVariables.Said> said = variables.besides(parse(command.spec(), positionals(command)));
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().option()).isEqualTo(name);
        Object byVariable = parse(command.spec(), said.getFirst().argument()).matchedOptionValue(name, null);
        assertThat(byVariable).isNotNull().isEqualTo(onTheLine);
        assertThat(variables.besides(parse(command.spec(), List.of(written)))).isEmpty();
        assertThat(variables.warnings(command.spec(), List.of())).isEmpty();
    }

    private static ParseResult parse(CommandSpec spec, List<String> arguments) {
        return new CommandLine(spec).setExpandAtFiles(false).parseArgs(withPositionals(spec, arguments));
    }

    private static List<String> positionals(Command command) {
        return List.of(withPositionals(command.spec(), List.of()));
    }

    /** What must be there whatever is asked. */
    private static String[] withPositionals(CommandSpec spec, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        boolean needed = spec.positionalParameters().stream()
                .anyMatch(positional -> positional.arity().min() > 0);
        if (needed && !all.contains("x")) {
            all.add("x");
        }
        return all.toArray(String[]::new);
    }

    @Test
    void theLineIsStrongerThanTheEnvironmentAndThatThanTheFile() throws IOException {
        Files.writeString(folder.resolve("migralint.toml"), "fail-on = \"critical\"\ndb-version = 13\n");
        assertThat(Run.of("check", index).exitCode()).isZero();
        Map<String, String> environment = Map.of("MIGRALINT_FAIL_ON", "high", "MIGRALINT_DB_VERSION", "14");
        Run run = Run.with("", environment, false, "check", index);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("PostgreSQL 14");
        Run line = Run.with("", environment, false, "check", index, "--fail-on=never", "--db-version", "15");
        assertThat(line.exitCode()).isZero();
        assertThat(line.out()).contains("PostgreSQL 15");
    }

    @Test
    void aListOnTheLineReplacesTheOneInTheEnvironment() {
        Map<String, String> environment = Map.of("MIGRALINT_IGNORE", "blocking-index-creation, locking");
        assertThat(Run.with("", environment, false, "check", index).exitCode()).isZero();
        assertThat(Run.with("", environment, false, "check", index, "--ignore", "not-null-scan")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void anEmptyVariableSaysNothing() {
        Map<String, String> environment =
                Map.of("MIGRALINT_FAIL_ON", "", "MIGRALINT_QUIET", " ", "MIGRALINT_UNKNOWN", "");
        Run run = Run.with("", environment, false, "check", index);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatTheLineSaysExcludesItsOpposite() {
        assertThat(Run.with("", Map.of("MIGRALINT_QUIET", "1"), false, "check", index, "-v")
                        .err())
                .isEmpty();
        assertThat(Run.with("", Map.of("MIGRALINT_CONFIG", "none.toml"), false, "check", index, "--isolated")
                        .err())
                .isEmpty();
    }

    @Test
    void furtherReportsAreAsked() throws IOException {
        Path json = folder.resolve("report.json");
        Path sarif = folder.resolve("report.sarif");
        Run.with("", Map.of("MIGRALINT_REPORT", "json=" + json + ",sarif=" + sarif), false, "check", index);
        assertThat(json).isNotEmptyFile();
        assertThat(sarif).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({
        "MIGRALINT_FORMAT, xml",
        "MIGRALINT_REPORT, nothing",
        "MIGRALINT_REPORT, xml=-",
        "MIGRALINT_OUTPUT_FILE, /nowhere/at/all.txt",
        "MIGRALINT_DIALECT, dbase",
        "MIGRALINT_DB_VERSION, postgresql-99",
        "MIGRALINT_HISTORY, /nowhere/at/all",
        "MIGRALINT_FRAMEWORK, flywya",
        "MIGRALINT_STAGED, maybe",
        "MIGRALINT_RELEASE, all",
        "MIGRALINT_ASSUME_IN_TRANSACTION, on",
        "MIGRALINT_SELECT, 'locking,not-nul-scan'",
        "MIGRALINT_IGNORE, not-nul-scan",
        "MIGRALINT_SEVERITY, not-null-scan",
        "MIGRALINT_SEVERITY, not-nul-scan=low",
        "MIGRALINT_FAIL_ON, severe",
        "MIGRALINT_CONFIG, none.toml",
        "MIGRALINT_COLOR, sometimes",
        "MIGRALINT_NO_UNICODE, 2",
        "MIGRALINT_VERBOSE, 2",
        "MIGRALINT_QUIET, 2",
    })
    void aWrongValueIsBlamedOnItsVariable(String variable, String value) {
        Run run = Run.with("", Map.of(variable, value), false, "check", index);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains(variable);
    }

    @Test
    void otherComplaintsAreBlamedOnNobody() {
        Run run = Run.with("", Map.of("MIGRALINT_FORMAT", "json"), false, "check", index, "--fail-on=x");
        assertThat(run.err()).contains("unknown value x for --fail-on").doesNotContain("MIGRALINT_");
    }

    @Test
    void anUnknownVariableIsWarnedOf() {
        Run run = Run.with("", Map.of("MIGRALINT_FAILON", "low"), false, "check", index);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("migralint: warning: unknown environment variable MIGRALINT_FAILON;"
                        + " did you mean MIGRALINT_FAIL_ON?\n");
        Map<String, String> known = Map.of(
                "MIGRALINT_JAVA_OPTIONS", "-Xmx4g", "MIGRALINT_FAIL_ON", "low", "MIGRALINT_STDIN_FILENAME", "a.sql");
        assertThat(Run.with("", known, false, "rules").err()).isEmpty();
    }

    /** What scripts and pages call a variable is one. */
    @Test
    void everyVariableThatTheProjectSpeaksOfIsKnown() throws IOException {
        var known = new TreeSet<>(EnvironmentVariables.OTHERS);
        Commands.all()
                .values()
                .forEach(command -> EnvironmentVariables.options(command.get().spec()).stream()
                        .map(EnvironmentVariables::nameOf)
                        .forEach(known::add));
        var spoken = new TreeSet<String>();
        for (String place :
                List.of("docs", "cli/src/distribution", "examples", "acceptance", "action.yml", "README.md")) {
            if (Files.exists(ROOT.resolve(place))) {
                try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
                    for (Path file :
                            files.filter(EnvironmentVariablesTest::isText).toList()) {
                        Pattern.compile("\\bMIGRALINT_[A-Z_]*[A-Z]\\b")
                                .matcher(Files.readString(file))
                                .results()
                                .map(MatchResult::group)
                                .forEach(spoken::add);
                    }
                }
            }
        }
        assertThat(spoken).contains("MIGRALINT_JAVA_OPTIONS", "MIGRALINT_FAIL_ON");
        assertThat(known).containsAll(spoken);
    }

    private static boolean isText(Path file) {
        return Files.isRegularFile(file)
                && !file.toString().contains("node_modules")
                && !String.valueOf(file.getFileName()).matches(".*\\.(?:png|jpg|gif|ico|zip|gz|woff2?)");
    }
}

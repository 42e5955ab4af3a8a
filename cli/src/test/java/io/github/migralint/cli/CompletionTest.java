package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.cli.completion.ManPage;
import io.github.migralint.rules.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** What shells and {@code man} are told of the command line is all of it. */
class CompletionTest {
    private static List<OptionSpec> options() {
        return Commands.all().values().stream()
                .flatMap(command -> command.get().spec().options().stream())
                .toList();
    }

    private static String manual() {
        return new ManPage(Commands.shape(), "1.2.3", "2026-11-21").text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void aScriptKnowsEveryCommandEveryOptionAndEveryRule(String shell) {
        Run run = Run.of("completion", shell);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(Commands.all().keySet());
        for (OptionSpec option : options()) {
            for (String name : option.names()) {
                assertThat(run.out()).contains(shell.equals("fish") ? bare(name) : name);
            }
        }
        Rules.all().forEach(rule -> assertThat(run.out()).contains(rule.info().id()));
        assertThat(run.out()).contains(ReportFormat.words());
    }

    private static String bare(String name) {
        return name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1);
    }

    @Test
    void aValueIsOfferedOnlyAfterTheOptionThatTakesIt() {
        assertThat(Run.of("completion", "bash").out())
                .contains("    check:--fail-on) words='low medium high critical never' ;;\n")
                .contains("    check:--db-version) return ;;\n")
                .contains("    inspect:-f | inspect:--format) words='text json' ;;\n");
        assertThat(Run.of("completion", "fish").out())
                .contains("-l color -x -a 'auto always never'")
                .contains("-s o -l output-file -r -F");
        assertThat(Run.of("completion", "zsh").out()).contains("]:WHEN:(auto always never)'");
    }

    @Test
    void whatCanBeSaidWithNoIsOfferedBothWays() {
        assertThat(Run.of("completion", "bash").out()).contains("--no-assume-in-transaction --assume-in-transaction");
    }

    @Test
    void anotherShellIsRefused() {
        Run run = Run.of("completion", "zhs");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo(
                        "migralint: unknown value zhs for completion; did you mean zsh? Known are bash, zsh, fish\n");
        assertThat(Run.of("completion", "bash", "zsh").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("completion").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theManualKnowsEveryCommandEveryOptionAndEveryExitCode() {
        String manual = manual();
        assertThat(manual).startsWith(".TH MIGRALINT 1 \"2026-11-21\" \"migralint 1.2.3\"\n");
        Commands.all().keySet().forEach(command -> assertThat(manual).contains("\n.SS " + command + "\n"));
        for (OptionSpec option : options()) {
            for (String name : option.names()) {
                assertThat(manual).contains("\\fB" + name.replace("-", "\\-") + "\\fR");
            }
        }
        for (int code : new int[] {ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.USAGE, ExitCode.INTERNAL}) {
            assertThat(manual).contains(".TP\n.B " + code + "\n");
        }
    }

    @Test
    void noLineOfTheManualIsTakenForACommandByChance() {
        assertThat(manual().lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|br|nf|fi|B|BR|I)( .*)?"));
        assertThat(manual().lines()).noneMatch(String::isBlank);
    }
}

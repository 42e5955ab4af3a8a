package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/cli.md} tells every option and every exit code. */
class CommandLineDocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("migralint.root", ".."));

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/cli.md"));
    }

    @Test
    void everyOptionIsTold() throws IOException {
        String page = page();
        List<String> options = Commands.all().values().stream()
                .flatMap(command -> command.get().spec().options().stream())
                .map(OptionSpec::longestName)
                .map(name -> name.replace("[no-]", ""))
                .distinct()
                .toList();
        assertThat(options).hasSizeGreaterThan(15);
        var missing = new ArrayList<>(options);
        missing.removeIf(page::contains);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyExitCodeIsTold() throws IOException {
        String codes = page().split("## Exit codes", 2)[1];
        for (int code : new int[] {ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.USAGE, ExitCode.INTERNAL}) {
            assertThat(codes).contains("| " + code + " |");
        }
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are a normal case for the installed command too. */
class BadInputIT {
    @TempDir
    private Path folder;

    static List<BadInput> badInputs() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void isToldWithItsPlaceAndWhatStandsBesideIt(BadInput bad) throws IOException {
        Path file = Files.write(folder.resolve(bad.name()), bad.content());
        Path beside = Files.writeString(folder.resolve("beside.sql"), "CREATE INDEX j ON users (name);\n");
        var run = Installed.ofBuild()
                .run("check", "--history", "none", "-f", "concise", "--fail-on", "high", file.toString());
        var both = Installed.ofBuild()
                .run("check", "--history", "none", "-f", "concise", file.toString(), beside.toString());
        assertThat(run.exitCode()).isEqualTo(bad.exitCode());
        assertThat(run.out() + run.err()).contains(bad.told()).doesNotContain("\u001b");
        assertThat(run.out() + run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(both.out()).contains("beside.sql:1:1: HIGH blocking-index-creation");
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run, several reports: {@code --report FORMAT=FILE}. */
class SeveralReportsTest {
    @TempDir
    Path folder;

    Path migrations;

    @BeforeEach
    void writeMigrations() throws IOException {
        migrations = ShopFolder.in(folder);
    }

    @Test
    void eachGoesToItsFileAndIsTheSameAsAlone() throws IOException {
        Path sarif = folder.resolve("out.sarif");
        Path json = folder.resolve("out.json");
        Run run =
                Run.of("check", migrations, "-f", "concise", "--report", "sarif=" + sarif, "--report", "json=" + json);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .isEqualTo(Run.of("check", migrations, "-f", "concise").out());
        assertThat(sarif).hasContent(Run.of("check", migrations, "-f", "sarif").out());
        assertThat(json).hasContent(Run.of("check", migrations, "-f", "json").out());
    }

    @Test
    void aDashIsStandardOutputAfterTheFirstReport() {
        String full = Run.of("check", migrations).out();
        String concise = Run.of("check", migrations, "-f", "concise").out();
        assertThat(Run.of("check", migrations, "--report", "concise=-").out()).isEqualTo(full + concise);
    }

    @Test
    void whatCannotBeWrittenIsWrongUsage() {
        refuse("sarif=migralint.sarif, not sarif", "--report", "sarif");
        refuse("unknown value sariff for --report; did you mean sarif?", "--report", "sariff=a");
        String file = folder.resolve("one").toString();
        refuse("two reports would be written to " + file, "-o", file, "--report", "json=" + file);
        assertThat(Files.exists(folder.resolve("one"))).isFalse();
    }

    private void refuse(String because, Object... options) {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add(0, "check");
        arguments.add(migrations);
        Run run = Run.of(arguments.toArray());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(because);
        assertThat(run.out()).isEmpty();
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who checks in a workflow without asking for a format gets the text and annotations. */
class GithubActionsTest {
    private static final String ANNOTATION = "::error file=";

    @TempDir
    Path folder;

    Path migrations;

    @BeforeEach
    void writeMigrations() throws IOException {
        migrations = ShopFolder.in(folder);
    }

    private String out(String variable, Object... options) {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add(0, "check");
        arguments.add(migrations);
        return Run.with("", Map.of("GITHUB_ACTIONS", variable), false, arguments.toArray())
                .out();
    }

    @Test
    void annotationsFollowTheText() {
        String text = Run.of("check", migrations).out();
        String annotations = Run.of("check", migrations, "-f", "github").out();
        assertThat(annotations).startsWith(ANNOTATION);
        assertThat(out("true")).isEqualTo(text + annotations);
        assertThat(out("false")).isEqualTo(text);
        assertThat(out("")).isEqualTo(text);
    }

    @Test
    void afterAFurtherReportToo() {
        assertThat(out("true", "--report", "json=" + folder.resolve("a.json"))).contains(ANNOTATION);
    }

    @Test
    void whoeverAsksForAFormatOrAFileGetsThat() {
        for (String format : ReportFormat.words()) {
            assertThat(out("true", "-f", format))
                    .isEqualTo(Run.of("check", migrations, "-f", format).out());
        }
        assertThat(out("true", "-o", folder.resolve("report.txt"))).isEmpty();
        assertThat(out("true", "--report", "github=-").split(ANNOTATION, -1)).hasSize(2);
        assertThat(out("true", "--report", "github=" + folder.resolve("a.txt"))).doesNotContain(ANNOTATION);
    }

    /** What GitHub, Azure Pipelines or TeamCity would obey must come from annotations alone. */
    @Test
    void noMigrationGivesOrders() throws IOException {
        Path evil = folder.resolve("::add-mask::db");
        Files.createDirectories(evil);
        Files.writeString(evil.resolve("V1__x.sql"), """
                CREATE TABLE t (id int, "::set-output name=a::b" int DEFAULT length('
                ::error::first
                 ::stop-commands::x
                ##[add-path]/tmp ##vso[task.complete result=Failed] ##teamcity[message text='x']
                '));
                ALTER TABLE t ADD COLUMN "\n::warning::second" text NOT NULL DEFAULT '
                ::add-path::/tmp';
                DROP TABLE "::set-env name=PATH::/tmp";
                ::notice::not SQL;
                """);
        for (String format : List.of("full", "concise")) {
            for (String verbosity : List.of("--verbose", "--quiet")) {
                assertHarmless(Run.of("check", evil, "--format", format, verbosity, "--select", "all"));
            }
        }
        assertHarmless(Run.of("inspect", evil));
        assertHarmless(Run.of("check", folder.resolve("\n::error::nowhere.sql")));
        assertThat(Run.of("check", evil, "--format", "github").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("(::(error|warning|notice) (file|title)=|migralint: ).*"));
    }

    private static void assertHarmless(Run run) {
        assertThat((run.out() + run.err()).lines())
                .isNotEmpty()
                .noneMatch(line -> line.strip().startsWith("::") || line.matches(".*##[A-Za-z]*\\[.*"));
    }
}

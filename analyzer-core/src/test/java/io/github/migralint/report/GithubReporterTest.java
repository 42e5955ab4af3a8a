package io.github.migralint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.rule.Risk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GithubReporterTest {
    private final MadeReport report = new MadeReport();

    /**
     * What GitHub takes a line for.
     *
     * @param name of the command
     * @param properties of it
     * @param data the message
     */
    private record Command(String name, Map<String, String> properties, String data) {
        /** Reads a line as the runner does: from the first two colons to the next two. */
        static Command of(String line) {
            assertThat(line).startsWith("::");
            int end = line.indexOf("::", 2);
            String[] head = line.substring(2, end).split(" ", 2);
            var properties = new HashMap<String, String>();
            for (String property : head[1].split(",", -1)) {
                String[] pair = property.split("=", 2);
                properties.put(pair[0], unescaped(pair[1].replace("%3A", ":").replace("%2C", ",")));
            }
            return new Command(head[0], properties, unescaped(line.substring(end + 2)));
        }

        private static String unescaped(String text) {
            return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
        }
    }

    private List<Command> commands() {
        return report.by(new GithubReporter(MadeReport.ROOT))
                .lines()
                .filter(line -> line.startsWith("::"))
                .map(Command::of)
                .toList();
    }

    @Test
    void aFindingIsAtItsClauseNamedFromTheRootOfTheRepository() {
        report.add(Risk.HIGH, "db/V2__x.sql", "SELECT 1;\nDROP TABLE t;\n", "TABLE t", "gone");
        Command command = commands().getFirst();
        assertThat(command.name()).isEqualTo("error");
        assertThat(command.properties())
                .containsEntry("file", "service/db/V2__x.sql")
                .containsEntry("line", "2")
                .containsEntry("endLine", "2")
                .containsEntry("col", "6")
                .containsEntry("endColumn", "13")
                .containsEntry("title", "HIGH column-type-rewrite");
        assertThat(command.data())
                .isEqualTo("gone is wrong.\nBlocks: gone\nInstead, gone:\n  gone\n(the first of 2 steps)\nMore: "
                        + Product.rulePage("column-type-rewrite"));
    }

    @Test
    void columnsAreSaidOfOneLineOnly() {
        report.add(Risk.LOW, "V1.sql", "ALTER TABLE t\n  ADD CHECK (a\n > 0);\n", "CHECK (a\n > 0)", "x");
        assertThat(commands().getFirst().properties())
                .containsEntry("line", "2")
                .containsEntry("endLine", "3")
                .doesNotContainKeys("col", "endColumn");
    }

    @Test
    void levelsFollowTheRiskAndTheGravestComesFirst() {
        for (Risk risk : Risk.values()) {
            report.add(risk, risk + ".sql");
        }
        assertThat(commands()).extracting(Command::name).containsExactly("error", "error", "warning", "notice");
        assertThat(commands().getFirst().properties()).containsEntry("file", "service/CRITICAL.sql");
    }

    @Test
    void nothingInAFileIsACommand() {
        String evil = "%0A::set-output name=a::b\r\n::stop-commands::x\n##[add-path]/tmp %25";
        report.add(Risk.HIGH, "a,b:c%0A\n::error ::x.sql", evil + "\n", "set-output", evil);
        report.add(Problem.of(Problem.Kind.FILE, "x\n::add-mask::y", evil));
        String out = report.by(new GithubReporter(MadeReport.ROOT));
        assertThat(out.lines()).hasSize(2).allMatch(line -> line.matches("::(error|warning) file=.*"));
        assertThat(commands().getFirst().properties().keySet())
                .containsExactlyInAnyOrder("file", "line", "endLine", "col", "endColumn", "title");
        assertThat(commands().getFirst().properties()).containsEntry("file", "service/a,b:c%0A ::error ::x.sql");
        assertThat(commands().getFirst().data()).startsWith("%0A::set-output name=a::b  ::stop-commands::x ##");
    }

    @Test
    void passwordsAreNotShown() {
        report.add(
                Risk.HIGH, "V1.sql", "ALTER ROLE a PASSWORD 's3cret';\n", "ALTER", "ALTER ROLE a PASSWORD 's3cret';");
        assertThat(report.by(new GithubReporter(MadeReport.ROOT))).doesNotContain("s3cret");
    }

    @Test
    void everyFindingIsThereUpToTheMostOfItsLevelAndTheRestIsCounted() {
        var told = new ArrayList<String>();
        for (int i = 0; i < GithubReporter.MOST; i++) {
            report.add(Risk.LOW, "low" + i + ".sql").add(Risk.HIGH, "high" + i + ".sql");
            told.add("service/high" + i + ".sql");
        }
        assertThat(commands()).hasSize(2 * GithubReporter.MOST);
        assertThat(report.by(new GithubReporter(MadeReport.ROOT))).doesNotContain("left out");
        report.add(Risk.CRITICAL, "last.sql");
        told.addFirst("service/last.sql");
        told.removeLast();
        assertThat(commands())
                .filteredOn(command -> command.name().equals("error"))
                .extracting(command -> command.properties().get("file"))
                .containsExactlyElementsOf(told);
        assertThat(report.by(new GithubReporter(MadeReport.ROOT))
                        .lines()
                        .toList()
                        .getLast())
                .startsWith("migralint: 1 of 21 annotations are left out")
                .contains("--format full");
    }

    @Test
    void problemsAreToldToo() {
        report.add(Problem.of(Problem.Kind.INTERNAL, "V1.sql", "The rule x failed."))
                .add(Problem.of(Problem.Kind.MISSING, "nowhere.sql", "nowhere.sql does not exist."));
        assertThat(report.by(new GithubReporter(MadeReport.ROOT)))
                .isEqualTo("::error file=service/V1.sql,title=Migralint::The rule x failed.\n"
                        + "::error title=Migralint::nowhere.sql does not exist.\n");
    }

    @Test
    void nothingToSayIsNothing() {
        assertThat(report.by(new GithubReporter(MadeReport.ROOT))).isEmpty();
    }
}

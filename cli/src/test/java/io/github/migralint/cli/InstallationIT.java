package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migralint.cli.Installed.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution works wherever it is put and from wherever it is started. */
class InstallationIT {
    private static final String DANGEROUS = "CREATE INDEX i ON orders (customer_id);\n";
    private static final String HARMLESS = "CREATE TABLE fresh (id bigint PRIMARY KEY);\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeMigrations() throws IOException {
        Files.writeString(folder.resolve("dangerous.sql"), DANGEROUS);
        Files.writeString(folder.resolve("harmless.sql"), HARMLESS);
    }

    @Test
    void exitCodesTellWhatCameOut() {
        Installed command = Installed.ofBuild().in(folder);
        assertThat(command.run("check", "--history", "none", "harmless.sql").exitCode())
                .isZero();
        assertThat(command.run("check", "--history", "none", "dangerous.sql").exitCode())
                .isEqualTo(1);
        assertThat(command.run("check", "missing.sql").exitCode()).isEqualTo(2);
        assertThat(command.run("check", "--no-such-option").exitCode()).isEqualTo(2);
        assertThat(command.run("no-such-command").exitCode()).isEqualTo(2);
    }

    @Test
    void readsTheConfigurationAboveTheFile() throws IOException {
        Installed command = Installed.ofBuild().in(folder);
        Files.writeString(folder.resolve("migralint.toml"), "fail-on = \"never\"\n");
        assertThat(command.run("check", "--history", "none", "dangerous.sql").exitCode())
                .isZero();
        Files.writeString(folder.resolve("migralint.toml"), "fail_on = \"never\"\n");
        Result result = command.run("check", "--history", "none", "dangerous.sql");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("migralint: migralint.toml:1:1: unknown key fail_on; did you mean fail-on?\n");
    }

    @Test
    void startsFromAnyFolderAndFindsWhatIsNamedFromThere() {
        assertFindsTheDanger(Installed.ofBuild().in(folder), "dangerous.sql");
        assertFindsTheDanger(
                Installed.ofBuild().in(Path.of("/")),
                folder.resolve("dangerous.sql").toString());
    }

    @Test
    void startsThroughLinks() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path absolute = Files.createSymbolicLink(
                bin.resolve("absolute"), Installed.home().resolve("bin/migralint"));
        Path relative = Files.createSymbolicLink(bin.resolve("relative"), Path.of("absolute"));
        Path fromAbove = Files.createSymbolicLink(folder.resolve("from above"), Path.of("bin/relative"));
        Path release = Files.createSymbolicLink(folder.resolve("current"), Installed.home());
        for (Path launcher : List.of(absolute, relative, fromAbove, release.resolve("bin/migralint"))) {
            assertFindsTheDanger(Installed.at(launcher).in(folder), "dangerous.sql");
        }
    }

    @Test
    void startsByNameFromTheSearchPathAndByTheShell() {
        Path bin = Installed.home().resolve("bin");
        assertFindsTheDanger(
                Installed.ofBuild()
                        .startedBy("sh", "-c", "migralint \"$@\"", "sh")
                        .withEnvironment(Map.of("PATH", bin + ":/usr/bin:/bin"))
                        .in(folder),
                "dangerous.sql");
        assertFindsTheDanger(
                Installed.ofBuild().startedBy("sh", "migralint").in(bin),
                folder.resolve("dangerous.sql").toString());
    }

    @Test
    void needsNothingFromTheEnvironment() {
        assertFindsTheDanger(Installed.ofBuild().withEnvironment(Map.of()).in(folder), "dangerous.sql");
    }

    @Test
    void isNotDisturbedByOptionsForOtherJavaPrograms() {
        Result result = assertFindsTheDanger(
                Installed.ofBuild()
                        .withEnvironment(Map.of(
                                "JAVA_HOME", "/nowhere",
                                "JAVA_TOOL_OPTIONS", "-javaagent:/nowhere.jar",
                                "JDK_JAVA_OPTIONS", "-Xmx1k",
                                "CLASSPATH", "/nowhere"))
                        .in(folder),
                "dangerous.sql");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void passesArgumentsUntouched() throws IOException {
        String odd = " two  blanks * $HOME `ls` \"quotes\" 'more' é.sql";
        Files.writeString(folder.resolve(odd), DANGEROUS);
        JsonNode report = json(assertFindsTheDanger(Installed.ofBuild().in(folder), odd));
        assertThat(report.toString()).contains("two  blanks * $HOME `ls` ").contains("é.sql");
    }

    @Test
    void readsNamesBeyondAsciiWithoutALocale() throws IOException {
        Files.writeString(folder.resolve("größe 表.sql"), DANGEROUS);
        for (Map<String, String> locale :
                List.of(Map.<String, String>of(), Map.of("LC_ALL", "C"), Map.of("LANG", "POSIX"))) {
            assertFindsTheDanger(Installed.ofBuild().withEnvironment(locale).in(folder), "größe 表.sql");
        }
    }

    @Test
    void readsArgumentsFromAFile() throws IOException {
        Files.writeString(folder.resolve("blank in name.sql"), DANGEROUS);
        Files.writeString(folder.resolve("arguments"), "harmless.sql\nblank in name.sql\n");
        assertFindsTheDanger(Installed.ofBuild().in(folder), "@arguments");
    }

    @Test
    void readsStandardInput() {
        assertFindsTheDanger(Installed.ofBuild().in(folder).reading(DANGEROUS), "-");
    }

    @Test
    void usesItsArchiveOfClassesAfterACopyThatKeepsTimesAndAfterAMove() throws IOException {
        Path copy = folder.resolve("a copy/of it");
        Files.createDirectories(copy.getParent());
        shell("cp -a \"$1\" \"$2\"", Installed.home(), copy);
        assertThat(classesFromArchive(copy)).isGreaterThan(200);

        Path moved = folder.resolve("moved");
        Files.move(copy, moved);
        assertThat(classesFromArchive(moved)).isGreaterThan(200);

        staleArchiveIsNotMentioned(moved);
        missingArchiveIsNotMentioned(moved);
    }

    private void staleArchiveIsNotMentioned(Path home) throws IOException {
        Files.setLastModifiedTime(home.resolve("lib/migralint.jar"), FileTime.from(Instant.EPOCH));
        Result result =
                assertFindsTheDanger(Installed.at(home.resolve("bin/migralint")).in(folder), "dangerous.sql");
        assertThat(result.err()).isEmpty();
    }

    private void missingArchiveIsNotMentioned(Path home) throws IOException {
        Files.delete(home.resolve("lib/migralint.jsa"));
        Result result =
                assertFindsTheDanger(Installed.at(home.resolve("bin/migralint")).in(folder), "dangerous.sql");
        assertThat(result.err()).isEmpty();
    }

    /** How many classes one run takes from the archive that the build has trained. */
    private long classesFromArchive(Path home) throws IOException {
        Path log = folder.resolve("classes.log");
        Installed command = Installed.at(home.resolve("bin/migralint"))
                .withEnvironment(Map.of("MIGRALINT_JAVA_OPTIONS", "-Xlog:class+load:file=classes.log"))
                .in(folder);
        assertFindsTheDanger(command, "dangerous.sql");
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("io.github.migralint") && line.contains("shared objects file"))
                .count();
    }

    private static void shell(String script, Path first, Path second) {
        Result result = Installed.ofBuild()
                .startedBy("sh", "-c", script, "sh", first.toString(), second.toString())
                .run();
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    /** Asks for JSON, so that whatever else gets on standard output is noticed. */
    private static Result assertFindsTheDanger(Installed command, String file) {
        Result result = command.run("check", "--history", "none", "--format", "json", file);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(json(result).toString()).contains("blocking-index-creation");
        return result;
    }

    private static JsonNode json(Result result) {
        try {
            return new ObjectMapper().readTree(result.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + result.out(), e);
        }
    }
}

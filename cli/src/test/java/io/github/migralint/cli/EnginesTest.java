package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.fixtures.Histories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For which servers a call checks, and how it tells of that. */
class EnginesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void isARepository() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
    }

    private Path write(String repository) throws IOException {
        for (var file : Histories.engine(repository).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    @Test
    void theHeaderSaysTheEngineAndWhatGaveItAway() throws IOException {
        Run run = Run.of("check", write("compose"), "-v");
        assertThat(unwrapped(run.out()))
                .contains("MySQL 8.0.31 (ENGINE= in 1_orders.sql, the image mysql:8.0.31 in docker-compose.yml)");
    }

    @Test
    void anOptionIsBelievedAndTheVersionStillFound() throws IOException {
        Path project = write("compose");
        assertThat(unwrapped(
                        Run.of("check", project, "-v", "--dialect", "mysql").out()))
                .contains("MySQL 8.0.31 (--dialect, the image mysql:8.0.31 in docker-compose.yml)");
        assertThat(Run.of("check", project, "-v", "--dialect", "postgresql").out())
                .contains("PostgreSQL 18 (--dialect, newest version)");
        assertThat(Run.of("check", project, "-v", "--db-version", "mysql-8.4").out())
                .contains("MySQL 8.4 (--db-version)");
    }

    @Test
    void aReportSaysTheVersionAsItWasSaid() throws IOException {
        Path project = write("compose");
        for (String version : new String[] {"mysql-8.0", "mysql-8", "mysql-8.0.16", "mariadb-10.11"}) {
            String label = version.startsWith("mysql") ? "MySQL " : "MariaDB ";
            assertThat(Run.of("check", project, "-v", "--db-version", version).out())
                    .contains(label + version.substring(version.indexOf('-') + 1) + " (--db-version)");
        }
        assertThat(Run.of("check", project, "-v", "--dialect", "mysql", "--db-version", "8.0")
                        .out())
                .contains("MySQL 8.0 (--db-version)");
    }

    @Test
    void whatIsNotKnownIsRefusedWithWhatIs() throws IOException {
        Path project = write("compose");
        assertThat(Run.of("check", project, "--db-version", "mysql-5.6").err())
                .contains("unknown version 5.6 of MySQL: supported are 5.7, 8.0 to 8.4, 9.0 to 9.7");
        assertThat(Run.of("check", project, "--db-version", "8.0").err()).contains("did you mean mysql-8.0?");
        assertThat(Run.of("check", project, "--dialect", "sqlite").err())
                .contains("unknown dialect sqlite: use postgresql, mysql, mariadb");
        assertThat(Run.of("check", project, "--dialect", "mysql", "--db-version", "mariadb-10.11")
                        .err())
                .contains("--db-version is one of mariadb, but --dialect says mysql");
    }

    @Test
    void theConfigurationSaysItInTheSameWords() throws IOException {
        Path project = write("compose");
        Path configuration = project.resolve("migralint.toml");
        Files.writeString(configuration, "db-version = \"mariadb-10.6\"\n");
        assertThat(unwrapped(Run.of("check", project, "-v").out())).contains("MariaDB 10.6 (");
        Files.writeString(configuration, "dialect = \"mysql\"\ndb-version = \"5.7\"\n");
        assertThat(unwrapped(Run.of("check", project, "-v").out())).contains("MySQL 5.7 (");
        Files.writeString(configuration, "dialect = \"mysql\"\n");
        assertThat(unwrapped(Run.of("check", project, "-v").out()))
                .contains("MySQL 8.0.31 (")
                .contains("migralint.toml, the image mysql:8.0.31 in docker-compose.yml)");
        Files.writeString(configuration, "db-version = \"8.0\"\n");
        assertThat(Run.of("check", project).err()).contains("did you mean mysql-8.0?");
    }

    @Test
    void variantsForSeveralEnginesAreProjectsOfTheirOwn() throws IOException {
        Path project = write("vendors");
        Run run = Run.of("check", project, "-v");
        assertThat(unwrapped(run.out()))
                .contains("2 projects, 4 migrations under review")
                .contains("PostgreSQL 18 (the folder postgresql, newest version), Flyway")
                .contains("MySQL 9.7 (the folder mysql, newest version), Flyway")
                .containsOnlyOnce("1 SQL file for H2 was left out: Migralint does not know H2")
                .doesNotContain("for MySQL was left out");
        assertThat(unwrapped(
                        Run.of("check", project, "-v", "--dialect", "mysql").out()))
                .contains("2 migrations under review")
                .contains("1 SQL file for PostgreSQL was left out");
        assertThat(Run.of("check", project, "--format", "json").out())
                .contains("\"dialect\": \"postgresql\"")
                .contains("\"dialect\": \"mysql\"");
    }

    @Test
    void findingsInAFileForSeveralEnginesSayForWhichTheyHold() throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("1_a.up.sql"), "CREATE TABLE a (id int);\n");
        Files.writeString(migrations.resolve("2_a.up.sql"), "DROP TABLE a;\n");
        Files.writeString(migrations.resolve("3_b.mysql.up.sql"), "CREATE TABLE b (id int);\n");
        Files.writeString(migrations.resolve("3_b.postgres.up.sql"), "CREATE TABLE b (id int);\n");
        assertThat(unwrapped(Run.of("check", migrations, "-v").out())).contains("this holds for PostgreSQL 18");
        assertThat(unwrapped(Run.of("check", migrations, "-v", "--dialect", "postgresql")
                        .out()))
                .doesNotContain("this holds for");
    }

    @Test
    void aSuppressionInAFileForSeveralEnginesMayBeGoodForOneOfThem() throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("1_a.up.sql"), "CREATE TABLE a (id int PRIMARY KEY, b int);\n");
        Path index = migrations.resolve("2_a.up.sql");
        String create = "CREATE INDEX a_b ON a (b);\n";
        Files.writeString(migrations.resolve("3_b.mysql.up.sql"), "CREATE TABLE b (id int PRIMARY KEY);\n");
        Files.writeString(migrations.resolve("3_b.postgres.up.sql"), "CREATE TABLE b (id int PRIMARY KEY);\n");
        Files.writeString(index, create);
        assertThat(Run.of("check", migrations).out()).contains("blocking-index-creation");
        Files.writeString(index, "-- migralint:ignore blocking-index-creation -- it is small\n" + create);
        assertThat(Run.of("check", migrations, "-v").out())
                .doesNotContain("blocking-index-creation")
                .doesNotContain("unused-suppression");
        Files.writeString(index, "-- migralint:ignore destructive-table-drop -- it is small\n" + create);
        assertThat(Run.of("check", migrations, "-v").out().split("suppression", -1))
                .hasSizeLessThan(4);
    }

    @Test
    void whatNobodyUnderstandsIsSaidPlainly() throws IOException {
        Run run = Run.of("check", write("drizzle-sqlite"));
        assertThat(run.exitCode()).isZero();
        assertThat(unwrapped(run.out())).contains("is meant for SQLite (_journal.json), which Migralint does not know");
        assertThat(unwrapped(Run.of("check", folder, "--dialect", "mysql", "-v").out()))
                .contains("1 migration under review");
    }

    @Test
    void inspectShowsOneEngineAndSaysThatThereIsAnother() throws IOException {
        Run run = Run.of("inspect", write("vendors"));
        assertThat(run.out()).startsWith("PostgreSQL 18");
        assertThat(run.err()).contains("PostgreSQL 18 is shown; --dialect shows MySQL.");
        assertThat(Run.of("inspect", folder, "--dialect", "mysql").out()).startsWith("MySQL 9.7");
        assertThat(Run.of("inspect", folder, "--dialect", "mysql", "--format", "json")
                        .out())
                .contains("\"version\": \"9.7\"");
    }

    @Test
    void whatIsSentAsOneQueryIsATransactionOnPostgresqlOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("1_a.up.sql"), "CREATE TABLE a (id int);\nDROP TABLE a;\n");
        assertThat(Run.of("inspect", file, "--dialect", "mysql").out())
                .contains("golang-migrate · up · transaction: none");
        assertThat(Run.of("inspect", file, "--dialect", "postgresql").out())
                .contains("golang-migrate · up · transaction: implicit");
    }

    @Test
    void noSecretIsEverTold() throws IOException {
        for (String repository : new String[] {"dbmate", "flyway", "goose", "spring", "sql-migrate", "compose"}) {
            write(repository);
            for (String format : new String[] {"full", "json", "sarif"}) {
                Run run = Run.of("check", folder, "--format", format);
                assertThat(run.out() + run.err())
                        .doesNotContain("correct-horse")
                        .doesNotContain("db.example");
            }
        }
    }

    @Test
    void thePageListsEveryEngineWithItsVersions() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("migralint.root", ".."), "docs/engines.md"));
        for (Dialect dialect : Dialects.all()) {
            String versions = dialect.name().equals("postgresql") ? "12 to 18" : dialect.supportedInWords();
            assertThat(page).contains("| `" + dialect.name() + "` | " + dialect.label() + " | " + versions + " |");
        }
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s*\\n\\s+", " ");
    }
}

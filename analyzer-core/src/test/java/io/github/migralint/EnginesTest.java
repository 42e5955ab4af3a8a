package io.github.migralint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.Dialects;
import io.github.migralint.fixtures.Histories;
import io.github.migralint.framework.FileProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which servers small repositories are meant, and why that is believed. */
class EnginesTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    prisma          | MySQL 9.7        | migration_lock.toml, newest version
                    drizzle         | MySQL 9.7        | _journal.json, newest version
                    sql-migrate     | MySQL 9.7        | dbconfig.yml, newest version
                    flyway          | MariaDB 11.8     | flyway.conf, newest version
                    atlas           | MySQL 9.7        | atlas.hcl, newest version
                    goose           | MySQL 9.7        | .env, newest version
                    dbmate          | MySQL 9.7        | .env, newest version
                    spring          | MySQL 9.7        | application.properties, newest version
                    sqitch          | MySQL 9.7        | the line of Sqitch in orders.sql, newest version
                    compose         | MySQL 8.0.31     | ENGINE= in 1_orders.sql, the image mysql:8.0.31 in docker-compose.yml
                    compose-mariadb | MariaDB 10.11    | backticks in 1_orders.sql, the image mariadb:10.11 in compose.yaml
                    compose-only    | PostgreSQL 15    | the image postgres:15 in docker-compose.yml
                    compose-two     | MySQL 9.7        | AUTO_INCREMENT in 1_orders.sql, newest version
                    """)
    void oneEngine(String repository, String engine, String source) throws IOException {
        assertThat(told(search(repository))).containsExactly(engine + " (" + source + ")");
    }

    @Test
    void eachEngineThatIsUnderstoodIsAProject() throws IOException {
        List<Project> projects = search("vendors");
        assertThat(told(projects))
                .containsExactly(
                        "PostgreSQL 18 (the folder postgresql, newest version)",
                        "MySQL 9.7 (the folder mysql, newest version)");
        assertThat(files(projects.getFirst())).containsExactly("common/V1__orders.sql", "postgresql/V2__note.sql");
        assertThat(files(projects.getLast())).containsExactly("common/V1__orders.sql", "mysql/V2__note.sql");
        assertThat(notes(projects)).containsExactly("1 SQL file for H2 was left out: Migralint does not know H2");
    }

    @Test
    void filesWithoutAnEngineInTheirNameAreForAll() throws IOException {
        List<Project> projects = search("names");
        assertThat(told(projects))
                .containsExactly(
                        "PostgreSQL 18 (names like V0002.Note.postgres.up.sql, newest version)",
                        "MySQL 9.7 (names like V0002.Note.mysql.up.sql, newest version)");
        assertThat(files(projects.getLast()))
                .containsExactly("migrations/V0001.Orders.up.sql", "migrations/V0002.Note.mysql.up.sql");
        assertThat(notes(projects))
                .containsExactly("1 SQL file for SQLite was left out: Migralint does not know SQLite");
    }

    @Test
    void aFileNamedAloneIsForTheEngineInItsNameOrForThoseBesideIt() throws IOException {
        write("names");
        assertThat(told(search(root.resolve("migrations/V0002.Note.mysql.up.sql"))))
                .containsExactly("MySQL 9.7 (names like V0002.Note.mysql.up.sql, newest version)");
        assertThat(told(search(root.resolve("migrations/V0001.Orders.up.sql")))).hasSize(2);
        List<Project> foreign = search(root.resolve("migrations/V0002.Note.sqlite.up.sql"));
        assertThat(foreign).hasSize(1);
        assertThat(foreign.getFirst().found().files()).isEmpty();
        assertThat(problems(foreign)).singleElement().asString().contains("is meant for SQLite");
    }

    @Test
    void foldersTellTheirEngineAmongOtherWords() throws IOException {
        List<Project> projects = search("folders");
        assertThat(told(projects))
                .containsExactly(
                        "MySQL 9.7 (the folder mysql-default, newest version)",
                        "MariaDB 11.8 (the folder MariaDBMigrations, newest version)");
        assertThat(told(search(root.resolve("mysql-default"))))
                .containsExactly("MySQL 9.7 (the folder mysql-default, newest version)");
    }

    @Test
    void eachServiceIsForItsOwnEngine() throws IOException {
        List<Project> projects = search("services");
        assertThat(told(projects))
                .containsExactlyInAnyOrder(
                        "PostgreSQL 18 (BIGSERIAL in V1__orders.sql, newest version)",
                        "MySQL 9.7 (AUTO_INCREMENT in V1__users.sql, newest version)");
        assertThat(problems(projects))
                .singleElement()
                .asString()
                .contains("is meant for SQLite (AUTOINCREMENT in V1__notes.sql), which Migralint does not know");
    }

    @Test
    void changesetsForTwoEnginesMakeTwoProjects() throws IOException {
        assertThat(told(search("liquibase")))
                .containsExactly(
                        "MySQL 9.7 (dbms:mysql in the files, newest version)",
                        "PostgreSQL 18 (dbms:postgresql in the files, newest version)");
    }

    @Test
    void whatIsNotUnderstoodIsNotAnalyzed() throws IOException {
        List<Project> projects = search("drizzle-sqlite");
        assertThat(projects).hasSize(1);
        assertThat(projects.getFirst().found().files()).isEmpty();
        assertThat(problems(projects)).singleElement().asString().contains("is meant for SQLite (_journal.json)");
    }

    @Test
    void whoeverSaysTheEngineHasOnlyThatOne() throws IOException {
        write("vendors");
        Request request = Request.of(List.of(root), Dialects.named("mysql").orElseThrow())
                .search(EngineSearch.VERSION)
                .version(Dialects.usual().defaultVersion(), "--dialect")
                .build();
        List<Project> projects = Division.of(request);
        assertThat(told(projects)).containsExactly("MySQL 9.7 (--dialect, newest version)");
        assertThat(notes(projects))
                .contains("1 SQL file for PostgreSQL was left out")
                .contains("1 SQL file for H2 was left out: Migralint does not know H2");
    }

    @Test
    void textFromElsewhereIsLookedThroughInsteadOfTheFile() {
        byte[] text = "CREATE TABLE `orders` (`id` int) ENGINE=InnoDB;".getBytes(StandardCharsets.UTF_8);
        var standIn = new StandIn(root.resolve("stdin.sql"), text);
        Request request = Request.of(List.of(), Dialects.usual())
                .standIns(List.of(standIn))
                .search(EngineSearch.ENGINE)
                .build();
        assertThat(told(Division.of(request))).containsExactly("MySQL 9.7 (ENGINE= in stdin.sql, newest version)");
    }

    private List<Project> search(String repository) throws IOException {
        write(repository);
        return search(root);
    }

    private static List<Project> search(Path path) {
        return Division.of(Request.of(List.of(path), Dialects.usual())
                .search(EngineSearch.ENGINE)
                .build());
    }

    private void write(String repository) throws IOException {
        root = Files.createDirectory(root.resolve(repository));
        Files.createDirectory(root.resolve(".git"));
        for (var file : Histories.engine(repository).entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static List<String> told(List<Project> projects) {
        return projects.stream()
                .map(Project::request)
                .map(request -> request.engine() + " (" + request.engineSource() + ")")
                .toList();
    }

    private static List<String> files(Project project) {
        return project.found().files().stream()
                .map(file -> requireNonNull(file.file().getParent()).getFileName() + "/"
                        + file.file().getFileName())
                .toList();
    }

    private static List<String> notes(List<Project> projects) {
        return projects.stream()
                .flatMap(project -> project.found().notes().stream())
                .filter(note -> note.contains("left out"))
                .toList();
    }

    private static List<String> problems(List<Project> projects) {
        return projects.stream()
                .flatMap(project -> project.found().problems().stream())
                .map(FileProblem::message)
                .toList();
    }
}

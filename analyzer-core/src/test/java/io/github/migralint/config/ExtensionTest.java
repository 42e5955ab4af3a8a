package io.github.migralint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migralint.history.TableSizes;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.schema.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionTest {
    private static final List<RuleInfo> CATALOGUE = List.of(
            rule("blocking-index", Category.LOCKING),
            rule("table-drop", Category.DATA),
            rule("json-type", Category.PERFORMANCE));

    @TempDir
    Path folder;

    @BeforeEach
    void writeBase() throws IOException {
        write("migralint.toml", """
                dialect = "mysql"
                fail-on = "low"
                migrations = ["db"]
                schema = "schema.sql"
                exclude = ["*_demo.sql"]
                [rules]
                select = ["locking", "data"]
                ignore = ["table-drop"]
                [risks]
                blocking-index = "low"
                table-drop = "low"
                [tables]
                large = ["orders"]
                small = ["currency"]
                rows = { a = 1, b = 2 }
                [database]
                lock-timeout = "1s"
                statement-timeout = "2s"
                [[overrides]]
                paths = ["legacy"]
                ignore = ["all"]
                [[ignore]]
                file = "db/V1.sql"
                rule = "table-drop"
                reason = "base"
                """);
    }

    @Test
    void theBaseHoldsWhereTheFileSaysNothing() throws IOException {
        Configuration configuration = read("extends = '../migralint.toml'\n");
        assertThat(configuration.dialect()).contains("mysql");
        assertThat(configuration.failOn()).contains(Threshold.LOW);
        assertThat(configuration.migrations()).containsExactly(folder.resolve("db"));
        assertThat(configuration.schema()).contains(folder.resolve("schema.sql"));
        assertThat(PathPattern.anyMatches(
                        configuration.exclude(), folder.resolve("db/a_demo.sql").toString()))
                .isTrue();
        assertThat(configuration.file())
                .contains(folder.resolve("service/migralint.toml").toString());
        assertThat(configuration.origins().files())
                .containsExactly(
                        folder.resolve("service/migralint.toml").toString(),
                        folder.resolve("migralint.toml").toString());
    }

    @Test
    void whatTheFileSaysWins() throws IOException {
        Configuration configuration = read("""
                extends = "../migralint.toml"
                db-version = "8.0"
                fail-on = "never"
                migrations = "own"
                rules.select = ["performance"]
                """);
        assertThat(configuration.version()).contains("8.0");
        assertThat(configuration.dialect()).contains("mysql");
        assertThat(configuration.failOn()).contains(Threshold.NEVER);
        assertThat(configuration.migrations()).containsExactly(folder.resolve("service/own"));
        RuleChoice rules = configuration.rules().orElseThrow();
        assertThat(rules.isOn("json-type", file("service/a.sql"))).isTrue();
        assertThat(rules.isOn("blocking-index", file("service/a.sql"))).isFalse();
    }

    @Test
    void listsAreReplacedAndEntriesJoined() throws IOException {
        Configuration configuration = read("""
                extends = "../migralint.toml"
                rules.ignore = []
                [risks]
                table-drop = "critical"
                [tables]
                large = []
                rows = { b = 20, c = 30 }
                [database]
                lock-timeout = "9s"
                """);
        RuleChoice rules = configuration.rules().orElseThrow();
        assertThat(rules.isOn("table-drop", file("a.sql"))).isTrue();
        assertThat(rules.risks()).containsEntry("table-drop", Risk.CRITICAL).containsEntry("blocking-index", Risk.LOW);
        var tables = configuration.deployment().tables();
        assertThat(tables.of(new ObjectName("public", "orders"))).isNotEqualTo(TableSizes.Size.LARGE);
        assertThat(tables.of(new ObjectName("public", "currency"))).isEqualTo(TableSizes.Size.SMALL);
        assertThat(tables.rowsOf(new ObjectName("public", "a"))).contains(1L);
        assertThat(tables.rowsOf(new ObjectName("public", "b"))).contains(20L);
        assertThat(tables.rowsOf(new ObjectName("public", "c"))).contains(30L);
        assertThat(configuration.deployment().settings())
                .containsEntry("lock_timeout", "9s")
                .containsEntry("statement_timeout", "2s");
    }

    @Test
    void tablesOfArraysFollowThoseOfTheBaseAndKeepTheirPlaces() throws IOException {
        Configuration configuration = read("""
                extends = "../migralint.toml"
                [[overrides]]
                paths = ["legacy"]
                select = ["table-drop"]
                [[ignore]]
                file = "V2.sql"
                rule = "json-type"
                """);
        RuleChoice rules = configuration.rules().orElseThrow();
        assertThat(rules.isOn("blocking-index", file("legacy/a.sql"))).isFalse();
        assertThat(rules.isOn("blocking-index", file("service/legacy/a.sql"))).isFalse();
        assertThat(rules.isOn("table-drop", file("service/legacy/a.sql"))).isTrue();
        List<ConfiguredIgnore> ignores = configuration.ignores();
        assertThat(ignores).hasSize(2);
        assertThat(ignores.get(0).place().text().path()).isEqualTo(file("migralint.toml"));
        assertThat(ignores.get(0).concerns(file("db/V1.sql"))).isTrue();
        assertThat(ignores.get(1).place().text().path()).isEqualTo(file("service/migralint.toml"));
        assertThat(ignores.get(1).concerns(file("service/V2.sql"))).isTrue();
        assertThat(ignores.get(1).concerns(file("V2.sql"))).isFalse();
    }

    @Test
    void ofSeveralTheLaterOneIsStronger() throws IOException {
        write("strict.toml", "fail-on = 'medium'\nstart-after = '3'\n");
        write("old.toml", "start-after = '7'\nrelease = 'each'\n");
        Configuration configuration = read("extends = ['../migralint.toml', '../strict.toml', '../old.toml']\n");
        assertThat(configuration.failOn()).contains(Threshold.MEDIUM);
        assertThat(configuration.startAfter()).contains("7");
        assertThat(configuration.dialect()).contains("mysql");
    }

    @Test
    void whatSeveralExtendIsReadOnceAndWeakerThanAllOfThem() throws IOException {
        write("a.toml", "extends = 'migralint.toml'\nfail-on = 'high'\n");
        write("b.toml", "extends = 'migralint.toml'\nstart-after = '7'\n");
        Configuration configuration = read("extends = ['../a.toml', '../b.toml']\n");
        assertThat(configuration.failOn()).contains(Threshold.HIGH);
        assertThat(configuration.ignores()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            extends = "https://example.org/a.toml"        | 1:11: cannot extend https://example.org/a.toml: only files
            extends = "../none.toml"                      | 1:11: cannot extend %s/none.toml, which does not exist
            extends = ["../migralint.toml",\\n "../none.toml"] | 2:2: cannot extend %s/none.toml, which does not exist
            extends = "../service"                        | 1:11: cannot extend %s/service, which is no file
            extends = "migralint.toml"                    | 1:11: cannot extend %s/service/migralint.toml, which extends this file
            extends = 3                                   | 1:11: extends must be a list of texts
            [rules]\\nextends = "a"                       | 2:1: unknown key rules.extends; write extends before the first [table]
            """)
    void tellsWhatCannotBeExtended(String text, String complaint) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.reason())
                                .startsWith(
                                        file("service/migralint.toml:") + complaint.replace("%s", folder.toString())));
    }

    @Test
    void aCircleIsToldWhereItCloses() throws IOException {
        write("a.toml", "\nextends = 'service/migralint.toml'\n");
        assertThatThrownBy(() -> read("extends = '../a.toml'\n"))
                .hasMessage(file("a.toml:2:11: cannot extend ") + file("service/migralint.toml")
                        + ", which extends this file");
    }

    @Test
    void whatIsWrongInABaseIsToldThere() throws IOException {
        write("migralint.toml", "[rules]\nslect = []\n");
        assertThatThrownBy(() -> read("extends = '../migralint.toml'\n"))
                .hasMessageStartingWith(file("migralint.toml:2:1: unknown key rules.slect"));
        write("migralint.toml", "db-version = 3\n");
        assertThatThrownBy(() -> read("extends = '../migralint.toml'\n"))
                .hasMessageStartingWith(file("migralint.toml:1:14: unknown version 3"));
    }

    @Test
    void filesBuildOnEachOtherToADepth() throws IOException {
        for (int i = 1; i <= Extension.MAX_DEPTH; i++) {
            write(i + ".toml", "extends = '" + (i + 1) + ".toml'\n");
        }
        write(Extension.MAX_DEPTH + ".toml", "");
        assertThatThrownBy(() -> read("extends = '../1.toml'\n"))
                .hasMessageContaining(Extension.MAX_DEPTH - 1 + ".toml:1:11: cannot extend")
                .hasMessageContaining("not more than 8 files");
        assertThat(read("extends = '../2.toml'\n").origins().files()).hasSize(Extension.MAX_DEPTH);
    }

    private Configuration read(String text) throws IOException {
        Path file = write("service/migralint.toml", text);
        return Configurations.fixed(file, () -> CATALOGUE).of(file);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static RuleInfo rule(String id, Category category) {
        return new RuleInfo(id, "It is bad.", category, Risk.HIGH, true, List.of("postgresql", "mysql"));
    }
}

package io.github.migralint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migralint.framework.HistoryMode;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.TableSizes;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.schema.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    private static final List<RuleInfo> CATALOGUE = List.of(
            rule("blocking-index", Category.LOCKING, Risk.HIGH, true),
            rule("table-drop", Category.DATA, Risk.HIGH, true),
            rule("json-type", Category.PERFORMANCE, Risk.LOW, true),
            rule("wide-table", Category.PERFORMANCE, Risk.LOW, false));

    @TempDir
    Path folder;

    @Test
    void nothingSaidIsNothingConfigured() throws IOException {
        Configuration empty = read("# nothing yet\n");
        assertThat(empty).isEqualTo(withoutFile(empty));
        assertThat(empty.rules()).isEmpty();
    }

    @Test
    void tellsTheEngineTheToolAndTheFolders() throws IOException {
        Configuration configuration = read("""
                dialect = "postgres"
                db-version = 15
                framework = "flyway"
                migrations = ["db/migration", "db/more"]
                history = "older"
                schema = "schema.sql"
                start-after = "V42"
                release = "each"
                assume-in-transaction = false
                fail-on = "medium"
                """);
        assertThat(configuration.dialect()).contains("postgresql");
        assertThat(configuration.version()).contains("15");
        assertThat(configuration.framework()).contains("flyway");
        assertThat(configuration.migrations())
                .containsExactly(folder.resolve("db/migration"), folder.resolve("db/more"));
        assertThat(configuration.history()).contains(new HistoryMode.Folder(folder.resolve("older")));
        assertThat(configuration.schema()).contains(folder.resolve("schema.sql"));
        assertThat(configuration.startAfter()).contains("V42");
        assertThat(configuration.release()).contains(ReleaseMode.EACH);
        assertThat(configuration.inTransaction()).contains(false);
        assertThat(configuration.failOn()).contains(Threshold.MEDIUM);
    }

    @Test
    void switchesRulesAndFamilies() throws IOException {
        RuleChoice rules = rules("""
                [rules]
                select = ["default", "performance"]
                ignore = ["data"]
                """);
        assertThat(on(rules, "a.sql")).containsExactly("blocking-index", "json-type", "wide-table");
    }

    @Test
    void withoutASelectionRulesOnByDefaultAreOn() throws IOException {
        assertThat(on(rules("rules.ignore = 'json-type'\n"), "a.sql")).containsExactly("blocking-index", "table-drop");
    }

    @Test
    void setsRisksButLeavesWhatIsMilderForAReason() throws IOException {
        RuleChoice rules = rules("""
                [risks]
                blocking-index = "CRITICAL"
                table-drop = "medium"
                json-type = "off"
                """);
        assertThat(rules.risk("blocking-index", Risk.HIGH, Risk.HIGH, "a.sql")).isEqualTo(Risk.CRITICAL);
        assertThat(rules.risk("blocking-index", Risk.HIGH, Risk.LOW, "a.sql")).isEqualTo(Risk.LOW);
        assertThat(rules.risk("table-drop", Risk.HIGH, Risk.CRITICAL, "a.sql")).isEqualTo(Risk.MEDIUM);
        assertThat(rules.risk("table-drop", Risk.HIGH, Risk.LOW, "a.sql")).isEqualTo(Risk.LOW);
        assertThat(on(rules, "a.sql")).containsExactly("blocking-index", "table-drop");
    }

    @Test
    void laterOverridesWin() throws IOException {
        RuleChoice rules = rules("""
                [[overrides]]
                paths = ["legacy/**"]
                ignore = ["all"]
                risks = { table-drop = "low" }

                [[overrides]]
                paths = ["legacy/new/"]
                select = ["locking", "wide-table"]
                """);
        assertThat(on(rules, file("a.sql"))).containsExactly("blocking-index", "table-drop", "json-type");
        assertThat(on(rules, file("legacy/a.sql"))).isEmpty();
        assertThat(on(rules, file("legacy/new/a.sql"))).containsExactly("blocking-index", "wide-table");
        assertThat(rules.runs("wide-table")).isTrue();
        assertThat(rules.risk("table-drop", Risk.HIGH, Risk.HIGH, file("legacy/a.sql")))
                .isEqualTo(Risk.LOW);
        assertThat(rules.risk("table-drop", Risk.HIGH, Risk.HIGH, file("a.sql")))
                .isEqualTo(Risk.HIGH);
    }

    @Test
    void tellsHowBigTablesAreAndWhatTheConnectionSets() throws IOException {
        var deployment = read("""
                [tables]
                large = ["orders", "audit.*"]
                small = ["currency"]
                rows = { customers = 42_000_000, "shop.tax" = 12 }
                [database]
                lock-timeout = "5s"
                statement-timeout = 30000
                """).deployment();
        assertThat(deployment.settings()).isEqualTo(Map.of("lock_timeout", "5s", "statement_timeout", "30000"));
        assertThat(deployment.tables().of(new ObjectName("audit", "log"))).isEqualTo(TableSizes.Size.LARGE);
        assertThat(deployment.tables().of(new ObjectName("public", "currency"))).isEqualTo(TableSizes.Size.SMALL);
        assertThat(deployment.tables().rowsOf(new ObjectName("public", "customers")))
                .contains(42_000_000L);
        assertThat(deployment.tables().rowsOf(new ObjectName("shop", "tax"))).contains(12L);
    }

    @Test
    void ignoresFindingsOfAppliedMigrations() throws IOException {
        List<ConfiguredIgnore> ignores = read("""
                [[ignore]]
                file = "db/V1__*.sql"
                rule = ["table-drop", "json-type"]
                object = "orders"
                reason = "applied in May"
                expires = 2030-12-31

                [[ignore]]
                file = "V2.sql"
                rule = "table-drop"
                expires = "2031-01-01"
                """).ignores();
        assertThat(ignores).hasSize(2);
        ConfiguredIgnore first = ignores.get(0);
        assertThat(first.rules()).containsExactlyInAnyOrder("table-drop", "json-type");
        assertThat(first.object()).contains("orders");
        assertThat(first.reason()).isEqualTo("applied in May");
        assertThat(first.expires()).contains(LocalDate.of(2030, 12, 31));
        assertThat(first.concerns(file("db/V1__a.sql"))).isTrue();
        assertThat(first.concerns(file("db/V10.sql"))).isFalse();
        ConfiguredIgnore second = ignores.get(1);
        assertThat(second.expires()).contains(LocalDate.of(2031, 1, 1));
        assertThat(second.concerns(file("any/where/V2.sql"))).isTrue();
        assertThat(second.place().text().position(second.place().span().start()).line())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dilect = "postgresql"                      | 1:1: unknown key dilect; did you mean dialect?
            \\n  lock-timeout = "5s"                   | 2:3: unknown key lock-timeout; it belongs in [database]
            [rules]\\nexclude = ["x"]                  | 2:1: unknown key rules.exclude; write exclude before the first [table]
            [rules]\\nslect = ["x"]                    | 2:1: unknown key rules.slect; did you mean select?
            [ruels]                                    | 1:2: unknown key ruels; did you mean rules?
            rules.ignore = ["all", "json-tpe"]         | 1:24: unknown rule json-tpe; did you mean json-type? (migralint rules lists them)
            [risks]\\njson-typ = "low"                 | 2:1: unknown rule json-typ; did you mean json-type? (migralint rules lists them)
            [risks]\\njson-type = "lo"                 | 2:13: unknown risk lo: use low, medium, high, critical, off
            fail-on = "hihg"                           | 1:11: unknown risk hihg: use low, medium, high, critical, never
            fail-on = 3                                | 1:11: fail-on must be text in quotes
            assume-in-transaction = "yes"              | 1:25: assume-in-transaction must be true or false
            dialect = ["postgresql"]                   | 1:11: dialect must be text in quotes
            dialect = "postgrsql"                      | 1:11: unknown dialect postgrsql: use postgresql
            db-version = 3                             | 1:14: unknown version 3 of PostgreSQL: supported are 12, 13, 14, 15, 16, 17, 18
            db-version = "oracle-16"                   | 1:14: unknown dialect oracle: use postgresql
            framework = "flywya"                       | 1:13: unknown framework flywya: use
            release = "all"                            | 1:11: unknown release all: use together, each
            migrations = 3                             | 1:14: migrations must be a list of texts
            migrations = ["a",\\n  3]                  | 2:3: migrations must be a list of texts
            rules = 1                                  | 1:9: rules must be a table
            overrides = 1                              | 1:13: overrides must be tables: write [[overrides]]
            ignore = ["json-type"]                     | 1:11: ignore must be tables: write [[ignore]]
            [[overrides]]\\nignore = ["all"]           | 1:3: [[overrides]] needs paths
            [[ignore]]\\nfile = "a"                    | 1:3: [[ignore]] needs rule
            [[ignore]]\\nrule = "json-type"            | 1:3: [[ignore]] needs file
            [[ignore]]\\nfile = "a"\\nrule = "locking" | 3:8: unknown rule locking
            [[ignore]]\\nexpires = "soon"\\nfile="a"\\nrule="json-type" | 2:11: not a date: soon (write it as 2030-12-31)
            [tables]\\nrows = { a = "many" }           | 2:14: tables.rows.a must be a number
            [tables.rows]\\na = -1                     | 2:5: not a number of rows: -1
            [database]\\nlock-timeout = "5 sec"        | 2:16: not a time: 5 sec (write it as 5s, 500ms, 2min)
            dialect = "a                               | 1:
            a = 1\\na = 2                              | 2:
            """)
    void tellsWhereWhatIsWrong(String text, String complaint) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.reason()).startsWith(folder + "/migralint.toml:" + complaint));
    }

    private Configuration read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("migralint.toml"), text);
        return Configurations.fixed(file, () -> CATALOGUE).of(Path.of("anything.sql"));
    }

    private RuleChoice rules(String text) throws IOException {
        return read(text).rules().orElseThrow();
    }

    private static List<String> on(RuleChoice rules, String file) {
        return CATALOGUE.stream()
                .map(RuleInfo::id)
                .filter(id -> rules.isOn(id, file))
                .toList();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Configuration withoutFile(Configuration configuration) {
        Configuration none = Configuration.NONE;
        return new Configuration(
                configuration.file(),
                none.dialect(),
                none.version(),
                none.framework(),
                none.migrations(),
                none.history(),
                none.schema(),
                none.startAfter(),
                none.release(),
                none.inTransaction(),
                none.exclude(),
                none.failOn(),
                none.rules(),
                none.ignores(),
                none.baseline(),
                none.deployment(),
                configuration.origins());
    }

    private static RuleInfo rule(String id, Category category, Risk risk, boolean onByDefault) {
        return new RuleInfo(id, "It is bad.", category, risk, onByDefault, List.of("postgresql"));
    }
}

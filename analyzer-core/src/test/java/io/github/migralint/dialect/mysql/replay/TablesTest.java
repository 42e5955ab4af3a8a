package io.github.migralint.dialect.mysql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void aColumnDefinedAnewLosesWhatIsNotSaidAgainAndStaysTheSameColumn() {
        String create = "CREATE TABLE t (a INT NOT NULL DEFAULT 5 COMMENT 'x', b INT);";
        Column before = Replayed.onMysql(create).table("t").column("a").orElseThrow();
        Replayed after = Replayed.onMysql(create + "ALTER TABLE t MODIFY a BIGINT AFTER b");
        Column column = after.table("t").column("A").orElseThrow();
        assertThat(column.id()).isEqualTo(before.id());
        assertThat(column.notNull()).isFalse();
        assertThat(column.defaultValue()).isEmpty();
        assertThat(column.traits().comment()).isEmpty();
        assertThat(after.columns("t")).containsExactly("b", "a");
        assertThat(after.type("t", "a")).isEqualTo("bigint");
    }

    @Test
    void namesInOneStatementMeanWhatTheyMeantBeforeIt() {
        Replayed after = Replayed.onMysql(
                "CREATE TABLE t (a INT, b BIGINT, KEY k (a)); ALTER TABLE t CHANGE a b INT, CHANGE b a BIGINT");
        assertThat(after.columns("t")).containsExactly("b", "a");
        assertThat(after.type("t", "a")).isEqualTo("bigint");
        Table table = after.table("t");
        Index index = after.schema().indexesOf(table.id()).getFirst();
        assertThat(index.parts().getFirst().column())
                .isEqualTo(table.column("b").map(Column::id));
    }

    @Test
    void anIndexThatAForeignKeyBroughtGoesWhenAnotherCoversIt() {
        String tables = "CREATE TABLE p (id INT PRIMARY KEY);"
                + "CREATE TABLE c (a INT, b INT, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id));";
        assertThat(Replayed.onMysql(tables).indexes("c")).containsExactly("fk");
        assertThat(Replayed.onMysql(tables + "ALTER TABLE c ADD KEY (a, b)").indexes("c"))
                .containsExactly("a");
        assertThat(Replayed.onMysql(tables + "ALTER TABLE c RENAME INDEX fk TO mine, ADD KEY (a, b)")
                        .indexes("c"))
                .containsExactly("mine", "a");
    }

    @Test
    void referencesInAColumnAreHonouredBySomeOnly() {
        String tables = "CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE c (a INT REFERENCES p (id))";
        assertThat(Replayed.onMysql(tables).table("c").constraints()).isEmpty();
        assertThat(Replayed.onMariadb(tables).table("c").constraints())
                .extracting(Constraint::name)
                .containsExactly("c_ibfk_1");
        assertThat(Replayed.on(Flavor.MYSQL, new Version(9, 0), true, tables)
                        .table("c")
                        .constraints())
                .hasSize(1);
    }

    @Test
    void aForeignKeyFindsItsTableWhenThatIsMadeAndLosesItWhenThatGoes() {
        String early = "CREATE TABLE c (a INT, KEY (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id));";
        assertThat(target(early)).isEmpty();
        String made = early + "CREATE TABLE p (id INT PRIMARY KEY);";
        assertThat(target(made)).contains("p");
        assertThat(target(made + "RENAME TABLE p TO q")).contains("q");
        assertThat(target(made + "DROP TABLE p")).isEmpty();
        assertThat(target(made + "DROP TABLE p; CREATE TABLE p (id INT PRIMARY KEY)"))
                .contains("p");
    }

    private static java.util.Optional<String> target(String sql) {
        Replayed after = Replayed.onMysql(sql);
        return after.table("c")
                .constraint("fk")
                .orElseThrow()
                .foreignKey()
                .orElseThrow()
                .table()
                .flatMap(id -> after.schema().table(id))
                .map(table -> table.name().name());
    }

    @Test
    void tablesChangePlacesWithTheirIndexes() {
        Replayed after = Replayed.onMysql("CREATE TABLE a (x INT, KEY (x)); CREATE TABLE b (y INT, KEY (y));"
                + "RENAME TABLE a TO tmp, b TO a, tmp TO b");
        assertThat(after.columns("a")).containsExactly("y");
        assertThat(after.schema().relation(new ObjectName("app.a", "y"))).isPresent();
        assertThat(after.schema().relation(new ObjectName("app.b", "x"))).isPresent();
        assertThat(after.isAbsent("tmp")).isTrue();
    }

    @Test
    void checksAreKeptFrom8016On() {
        String table = "CREATE TABLE t (a INT CHECK (a > 0), CHECK (a < 9))";
        assertThat(Replayed.on(Flavor.MYSQL, new Version(8, 0, 15), true, table)
                        .table("t")
                        .constraints())
                .isEmpty();
        assertThat(names(Replayed.onMysql(table))).containsExactly("t_chk_1", "t_chk_2");
        assertThat(names(Replayed.onMariadb(table))).containsExactly("a", "CONSTRAINT_1");
    }

    private static List<String> names(Replayed after) {
        return after.table("t").constraints().stream().map(Constraint::name).toList();
    }

    @Test
    void theFirstTimestampOfAnOldServerFollowsEveryChange() {
        String table = "CREATE TABLE t (a TIMESTAMP, b TIMESTAMP)";
        Table old = Replayed.on(Flavor.MYSQL, new Version(5, 7), true, table).table("t");
        assertThat(old.columns()).allMatch(Column::notNull);
        assertThat(old.columns().getFirst().traits().onUpdate()).isPresent();
        assertThat(old.columns().getLast().traits().onUpdate()).isEmpty();
        assertThat(Replayed.onMysql(table).table("t").columns()).noneMatch(Column::notNull);
    }

    @Test
    void textGrowsWithItsCharacters() {
        Replayed after = Replayed.onMysql("CREATE TABLE t (a TEXT, b VARCHAR(9)) CHARACTER SET latin1;"
                + "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4");
        assertThat(after.type("t", "a")).isEqualTo("mediumtext");
        assertThat(after.table("t").column("b").orElseThrow().collation()).contains("utf8mb4_0900_ai_ci");
    }

    @Test
    void columnsMayHaveTheNamesOfMarks() {
        assertThat(Replayed.onMysql("CREATE TABLE t (number INT, at INT, sign INT, equals INT)")
                        .columns("t"))
                .containsExactly("number", "at", "sign", "equals");
    }

    @Test
    void aViewStaysWhenItsTableGoes() {
        String view = "CREATE TABLE t (a INT); CREATE VIEW v AS SELECT a FROM t;";
        assertThat(Replayed.onMysql(view)
                        .schema()
                        .viewsOn(Replayed.onMysql(view).table("t").id()))
                .hasSize(1);
        Replayed after = Replayed.onMysql(view + "DROP TABLE t; CREATE TABLE t (a INT)");
        assertThat(after.schema().viewsOn(after.table("t").id())).hasSize(1);
    }

    @Test
    void whatIsSaidOfUnknownTablesIsRemembered() {
        Table table = Replayed.afterUnknown("ALTER TABLE t ADD COLUMN a INT, ADD KEY (b)")
                .table("t");
        assertThat(table.complete()).isFalse();
        assertThat(table.column("a").orElseThrow().type()).isPresent();
        assertThat(table.column("b").orElseThrow().type()).isEmpty();
    }

    @Test
    void rowsComeAndGo() {
        assertThat(Replayed.onMysql("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)")
                        .table("t")
                        .holdsRows())
                .isTrue();
        assertThat(Replayed.onMysql("CREATE TABLE t (a INT); INSERT INTO t VALUES (1); TRUNCATE t")
                        .table("t")
                        .filled())
                .isFalse();
    }
}

package io.github.migralint.dialect.mysql.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import org.junit.jupiter.api.Test;

/** What statements do beyond the way in which a table is altered. */
class MysqlEffectsTest {
    private static final String TABLE =
            "CREATE TABLE t (id INT PRIMARY KEY, a INT, s VARCHAR(60), KEY k (a))" + " DEFAULT CHARACTER SET utf8mb4;";
    private static final String FAMILY =
            "CREATE TABLE p (id INT PRIMARY KEY);" + "CREATE TABLE c (id INT PRIMARY KEY, p_id INT, KEY k_p (p_id));";

    @Test
    void minor_releases_differ() {
        String drop = TABLE + "ALTER TABLE t DROP COLUMN s";
        assertThat(Asked.mysql("8.0.28").algorithms(drop)).containsExactly("INPLACE rebuild");
        assertThat(Asked.mysql("8.0.29").algorithms(drop)).containsExactly("INSTANT");
        assertThat(Asked.mysql("8.0").algorithms(drop)).containsExactly("INSTANT");
        String rename = TABLE + "ALTER TABLE t RENAME COLUMN a TO b";
        assertThat(Asked.mysql("8.0.27").algorithms(rename)).containsExactly("INPLACE");
        assertThat(Asked.mysql("8.0.28").algorithms(rename)).containsExactly("INSTANT");
        assertThat(Asked.mysql("5.7").refusal(rename)).isEqualTo("1064");
    }

    @Test
    void a_clause_that_is_not_instant_makes_the_others_dearer() {
        String both = TABLE + "ALTER TABLE t ADD COLUMN n INT, ADD INDEX k_n (n)";
        assertThat(Asked.mysql("8.0.31").algorithms(both)).containsExactly("INSTANT", "INPLACE", "INPLACE rebuild");
        assertThat(Asked.mariadb("10.11").algorithms(both)).containsExactly("INSTANT", "NOCOPY", "INPLACE rebuild");
        String drop = TABLE + "ALTER TABLE t ADD COLUMN n INT, DROP INDEX k";
        assertThat(Asked.mariadb("10.11").algorithms(drop)).containsExactly("INSTANT", "NOCOPY");
    }

    @Test
    void what_is_demanded_is_refused_where_it_cannot_be() {
        Asked mysql = Asked.mysql("8.0.31");
        assertThat(mysql.refusal(TABLE + "ALTER TABLE t MODIFY a BIGINT, ALGORITHM=INPLACE"))
                .isEqualTo("1846");
        assertThat(mysql.refusal(TABLE + "ALTER TABLE t ADD INDEX k_s (s), ALGORITHM=INSTANT"))
                .isEqualTo("1845");
        assertThat(mysql.refusal(TABLE + "ALTER TABLE t ADD COLUMN n INT, ALGORITHM=INSTANT, LOCK=NONE"))
                .isEqualTo("1221");
        assertThat(mysql.refusal(TABLE + "ALTER TABLE t ADD COLUMN n INT, ALGORITHM=INSTANT"))
                .isEqualTo("none");
        assertThat(Asked.mysql("5.7").refusal(TABLE + "ALTER TABLE t ADD COLUMN n INT, ALGORITHM=INSTANT"))
                .isEqualTo("1800");
        assertThat(mysql.locks(TABLE + "ALTER TABLE t ADD COLUMN n INT, ALGORITHM=COPY"))
                .containsExactly("EXCLUSIVE t MOMENT", "SHARED_NO_WRITE t STATEMENT");
    }

    @Test
    void instant_changes_run_out_on_mysql() {
        StringBuilder script = new StringBuilder(TABLE);
        for (int i = 0; i < 64; i++) {
            script.append("ALTER TABLE t ADD COLUMN c").append(i).append(" INT;");
        }
        String last = script + "ALTER TABLE t ADD COLUMN last INT";
        assertThat(Asked.mysql("8.0.31").algorithms(last)).containsExactly("INPLACE rebuild");
        assertThat(Asked.mysql("8.0.31").refusal(last + ", ALGORITHM=INSTANT")).isEqualTo("4092");
        assertThat(Asked.mysql("9.7").algorithms(last)).containsExactly("INSTANT");
        assertThat(Asked.mysql("8.0.31").algorithms(script + "ALTER TABLE t FORCE; ALTER TABLE t ADD COLUMN last INT"))
                .containsExactly("INSTANT");
    }

    @Test
    void settings_of_the_session_decide() {
        String key = "ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p (id)";
        assertThat(Asked.mysql("8.0.31").algorithms(FAMILY + key)).containsExactly("COPY rebuild");
        assertThat(Asked.mysql("8.0.31").algorithms(FAMILY + "SET foreign_key_checks = 0;" + key))
                .containsExactly("INPLACE");
        String narrow = "ALTER TABLE t MODIFY s VARCHAR(10)";
        assertThat(fate(Asked.mysql("8.0.31").effects(TABLE + narrow))).isEqualTo(Effect.NarrowsType.Fate.REFUSED);
        assertThat(fate(Asked.mysql("8.0.31").effects(TABLE + "SET sql_mode = '';" + narrow)))
                .isEqualTo(Effect.NarrowsType.Fate.CHANGED);
        assertThat(Asked.mysql("8.0.31").locks(TABLE + "SET old_alter_table = 1; ALTER TABLE t ADD COLUMN n INT"))
                .contains("SHARED_NO_WRITE t STATEMENT");
    }

    private static Effect.NarrowsType.Fate fate(Effects effects) {
        return effects.of(Effect.NarrowsType.class).getFirst().fate();
    }

    @Test
    void the_parent_of_a_foreign_key_is_closed_for_a_moment_on_mysql() {
        String create = "CREATE TABLE p (id INT PRIMARY KEY);"
                + "CREATE TABLE c (p_id INT, FOREIGN KEY (p_id) REFERENCES p (id))";
        assertThat(Asked.mysql("8.0.31").locks(create)).contains("EXCLUSIVE p MOMENT");
        assertThat(Asked.mariadb("10.11").locks(create)).doesNotContain("EXCLUSIVE p MOMENT");
    }

    @Test
    void what_is_not_repeated_is_lost() {
        Effects effects = Asked.mysql("8.0.31")
                .effects("CREATE TABLE t (a INT NOT NULL DEFAULT 5 COMMENT 'x'); ALTER TABLE t MODIFY a BIGINT");
        assertThat(effects.of(Effect.LosesAttributes.class).getFirst().attributes())
                .containsExactly("NOT NULL", "DEFAULT 5", "COMMENT x");
        assertThat(Asked.mysql("8.0.31")
                        .effects("CREATE TABLE t (a INT NOT NULL); ALTER TABLE t MODIFY a BIGINT NOT NULL")
                        .of(Effect.LosesAttributes.class))
                .isEmpty();
    }

    @Test
    void values_are_invented_where_nobody_gives_them() {
        Effects effects = Asked.mysql("8.0.31").effects(TABLE + "ALTER TABLE t ADD COLUMN n VARCHAR(9) NOT NULL");
        assertThat(effects.of(Effect.InventsValues.class).getFirst().value()).isEqualTo("''");
        String day = TABLE + "ALTER TABLE t ADD COLUMN d DATE NOT NULL";
        assertThat(Asked.mysql("8.0.31").effects(day).of(Effect.InventsValues.class))
                .isEmpty();
        assertThat(Asked.mysql("8.0.31")
                        .effects(day)
                        .of(Effect.MayFailOnRows.class)
                        .getFirst()
                        .sqlState())
                .isEqualTo("1292");
        assertThat(Asked.mariadb("10.11")
                        .effects(day)
                        .of(Effect.InventsValues.class)
                        .getFirst()
                        .value())
                .isEqualTo("0000-00-00");
    }

    @Test
    void clauses_that_old_servers_only_read_are_told() {
        String check = TABLE + "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)";
        assertThat(Asked.mysql("8.0.15").effects(check).of(Effect.IgnoresClause.class))
                .hasSize(1);
        assertThat(Asked.mysql("8.0.16").effects(check).of(Effect.IgnoresClause.class))
                .isEmpty();
        String inline = "CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE c (p_id INT REFERENCES p (id))";
        assertThat(Asked.mysql("8.4").effects(inline).of(Effect.IgnoresClause.class))
                .hasSize(1);
        assertThat(Asked.mysql("9.7").effects(inline).of(Effect.IgnoresClause.class))
                .isEmpty();
    }

    @Test
    void an_unknown_table_is_taken_to_be_there_and_nothing_is_sure() {
        Effects effects = Asked.mysqlWithoutHistory("8.0.31").effects("ALTER TABLE unknown MODIFY a BIGINT");
        assertThat(effects.certain()).isFalse();
        assertThat(effects.failure()).isEmpty();
        assertThat(effects.of(Effect.RewritesTable.class)).hasSize(1);
    }

    @Test
    void what_changes_the_schema_commits_unless_it_is_temporary() {
        assertThat(Asked.mysql("8.0.31").effects(TABLE + "TRUNCATE t").of(Effect.Commits.class))
                .hasSize(1);
        assertThat(Asked.mysql("8.0.31")
                        .effects("CREATE TEMPORARY TABLE t (i INT)")
                        .of(Effect.Commits.class))
                .isEmpty();
        assertThat(Asked.mysql("8.0.31")
                        .effects(TABLE + "INSERT INTO t (id) VALUES (1)")
                        .of(Effect.Commits.class))
                .isEmpty();
    }
}

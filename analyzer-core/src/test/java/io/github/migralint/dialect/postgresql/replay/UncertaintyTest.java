package io.github.migralint.dialect.postgresql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Schema;
import org.junit.jupiter.api.Test;

/** What is not understood makes things uncertain, and never silently wrong. */
class UncertaintyTest {
    @Test
    void aStatementThatCannotBeReadMakesItsTableUncertain() {
        Schema schema = Replayed.after("CREATE TABLE t (a int); CREATE TABLE u (a int); ALTER TABLE t FROBNICATE 3;");
        assertThat(schema.uncertain(TablesTest.name("t"))).isTrue();
        assertThat(schema.uncertain(TablesTest.name("u"))).isFalse();
        assertThat(schema.complete()).isFalse();
    }

    @Test
    void aQueryThatCannotBeReadLeavesTheHistoryComplete() {
        assertThat(Replayed.after("SELECT FROM FROM (;").complete()).isTrue();
    }

    @Test
    void aBlockInALanguageThatIsNotReadMayChangeWhatItNames() {
        Schema schema = Replayed.after("""
                CREATE TABLE t (a int);
                CREATE TABLE u (a int);
                DO LANGUAGE plpython3u $$
                    plpy.log("it may alter t")
                    CREATE TABLE IF NOT EXISTS made (id int);
                $$;
                """);
        assertThat(schema.uncertain(TablesTest.name("u"))).isFalse();
        assertThat(schema.relation(TablesTest.name("made"))).isInstanceOf(Lookup.Unknown.class);
        assertThat(schema.relation(TablesTest.name("never"))).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void aCommandThatOnlyTheDatabaseCanPutTogetherMayMakeAnything() {
        Schema schema = Replayed.after("""
                CREATE TABLE names (name text);
                DO $$ DECLARE n text; BEGIN
                    SELECT name INTO n FROM names;
                    EXECUTE format('CREATE TABLE %I (id int)', n);
                END $$;
                """);
        assertThat(schema.relation(TablesTest.name("x"))).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void makingAnObjectAnewMakesItCertain() {
        Schema schema = Replayed.after("""
                CREATE TABLE t (a int);
                DO $$ BEGIN IF random() > 0.5 THEN ALTER TABLE t ADD COLUMN b int; END IF; END $$;
                DROP TABLE t;
                CREATE TABLE t (c int);
                """);
        assertThat(schema.uncertain(TablesTest.name("t"))).isFalse();
    }

    @Test
    void extensionsMayBringRelations() {
        assertThat(Replayed.after("CREATE EXTENSION citext;").relation(TablesTest.name("t")))
                .isInstanceOf(Lookup.Absent.class);
        assertThat(Replayed.after("CREATE EXTENSION postgis;").relation(TablesTest.name("spatial_ref_sys")))
                .isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void builtInTypesAreUnknownToTheHistoryAndNeverAbsent() {
        Schema schema = Replayed.after("CREATE TABLE t (a int);");
        assertThat(schema.type(TablesTest.name("int4"))).isInstanceOf(Lookup.Unknown.class);
        assertThat(schema.type(TablesTest.name("mood"))).isInstanceOf(Lookup.Absent.class);
    }
}

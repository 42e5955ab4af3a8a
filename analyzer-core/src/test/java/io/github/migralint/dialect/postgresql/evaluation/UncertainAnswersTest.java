package io.github.migralint.dialect.postgresql.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the history does not show is neither there nor absent. */
class UncertainAnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 't') ~ t",
                "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'u') ~ ?",
                "to_regclass('u') IS NULL ~ ?",
                "to_regclass('t') IS NULL ~ f",
                "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') ~ ?",
                "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citext') ~ ?",
                "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'plpgsql') ~ t",
                "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 't_pkey') ~ t",
                "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'other') ~ ?",
                "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'other' AND conrelid = 't'::regclass) ~ f",
                "EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'b') ~ f",
                "(SELECT count(*) FROM pg_tables WHERE schemaname = 'public') ~ ?",
                "(SELECT count(*) FROM pg_tables WHERE schemaname = 'public') > 0 ~ t",
                "(SELECT count(*) FROM pg_tables WHERE schemaname = 'public') = 0 ~ f",
                "EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'app') ~ ?",
                "(SELECT relkind FROM pg_class WHERE relname = 'before') ~ ?",
                "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'before' AND relkind = 'v') ~ ?",
                "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'before' AND column_name = 'x') ~"
                        + " ?"
            })
    void nobodyKnowsWhatWasThereBefore(String sql, String expected) {
        Schema schema =
                Replayed.afterUnknown("CREATE TABLE t (a int PRIMARY KEY); ALTER TABLE before ADD COLUMN c int;");
        assertThat(Asked.value(sql, schema)).as(sql).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 't') ~ ?",
                "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'u') ~ t",
                "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'made') ~ ?",
                "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'never') ~ f",
                "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'b') ~ ?",
                "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'u' AND column_name = 'b') ~ f",
                "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c' AND conrelid = 't'::regclass) ~ ?",
                "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c' AND conrelid = 'u'::regclass) ~ f",
                "to_regclass('made') IS NULL ~ ?",
                "to_regclass('t') IS NULL ~ ?",
                "(SELECT count(*) FROM pg_tables WHERE schemaname = 'public') ~ ?"
            })
    void whatABlockMayHaveDoneIsUncertain(String sql, String expected) {
        Schema schema = Replayed.after("""
            CREATE TABLE t (a int);
            CREATE TABLE u (a int);
            DO $$ BEGIN
                PERFORM pg_sleep(1);
                IF random() > 0.5 THEN
                    ALTER TABLE t ADD COLUMN b int;
                    CREATE TABLE made (id int);
                END IF;
            END $$;
            """);
        assertThat(Asked.value(sql, schema)).as(sql).isEqualTo(expected);
    }

    @Test
    void extensionsBringWhatIsKnownOfThem() {
        Schema schema = Replayed.after("CREATE EXTENSION hstore; CREATE EXTENSION unheard_of;");
        assertThat(Asked.value("EXISTS (SELECT 1 FROM pg_type WHERE typname = 'anything')", schema))
                .isEqualTo("?");
        Schema known = Replayed.after("CREATE EXTENSION hstore; CREATE SCHEMA app;");
        assertThat(Asked.value("EXISTS (SELECT 1 FROM pg_type WHERE typname = 'anything')", known))
                .isEqualTo("f");
        assertThat(Asked.value("EXISTS (SELECT 1 FROM pg_type WHERE typname = 'hstore')", known))
                .isEqualTo("?");
        assertThat(Asked.value(
                        "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'hstore' AND typnamespace ="
                                + " 'app'::regnamespace)",
                        known))
                .isEqualTo("f");
    }

    @Test
    void rowsThatMayBeMoreAreNotTold() {
        Schema unknown = Replayed.afterUnknown("CREATE TABLE t (a int);");
        String sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
        assertThat(Asked.rows(sql, unknown)).isEmpty();
        assertThat(Asked.rows(sql, Replayed.after("CREATE TABLE t (a int);")))
                .hasValueSatisfying(rows -> assertThat(rows).containsExactly("t"));
    }

    @Test
    void theVersionIsAsked() {
        Schema schema = Replayed.after("CREATE TABLE t (a int NOT NULL);");
        assertThat(Asked.value("EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 't_a_not_null')", schema))
                .isEqualTo("t");
    }
}

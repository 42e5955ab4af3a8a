package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history can begin on the schema that a script makes. */
class StartingSchemaTest {
    private static final String DUMP = """
            --
            -- PostgreSQL database dump
            --

            \\restrict 0Yx1Ft3CkQb

            SET statement_timeout = 0;
            SET lock_timeout = 0;
            SET client_encoding = 'UTF8';
            SELECT pg_catalog.set_config('search_path', '', false);
            SET default_table_access_method = heap;

            CREATE TABLE public.orders (
                id bigint NOT NULL,
                customer_id bigint
            );

            ALTER TABLE public.orders OWNER TO postgres;

            COPY public.orders (id, customer_id) FROM stdin;
            1\t2
            \\.

            ALTER TABLE ONLY public.orders
                ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

            \\unrestrict 0Yx1Ft3CkQb
            """;

    @TempDir
    private Path folder;

    private Path dump;
    private Path index;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("db"));
        Files.writeString(folder.resolve("db/V1__orders.sql"), "CREATE TABLE orders (id bigint);\n");
        dump = Files.writeString(folder.resolve("schema.dump"), DUMP);
        index = Files.writeString(
                folder.resolve("db/V2__index.sql"), "CREATE INDEX i ON orders (customer_id);\nDROP TABLE gone;\n");
    }

    @Test
    void itsTablesAreBigAndBusyAndNothingElseIsThere() {
        Run run = Run.of("check", index, "--schema", dump);
        assertThat(run.out())
                .contains("no history, 1 migration under review")
                .contains("on the schema of " + dump)
                .contains("blocking-index-creation")
                .contains("orders was there before the history begins")
                .contains("gone")
                .contains("missing-object");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void itIsNeverReportedOn() {
        Run run = Run.of("check", index, "--schema", dump, "-f", "concise");
        assertThat(run.out()).doesNotContain("schema.dump:");
    }

    @Test
    void aFolderIsPlayedOnTopOfIt() {
        assertThat(Run.of("check", folder.resolve("db"), "--schema", dump, "-f", "concise")
                        .out())
                .contains("V1__orders.sql:1:14: CRITICAL object-already-exists");
    }

    @Test
    void aSchemaThatCannotBeReadIsWrongUsage() throws IOException {
        Path binary = Files.write(folder.resolve("binary.dump"), new byte[] {'P', 'G', 'D', 'M', 'P', 0, 1});
        assertThat(complaint(folder.resolve("none.sql"))).contains("does not exist");
        assertThat(complaint(folder)).contains("is a folder");
        assertThat(complaint(binary)).contains("pg_dump --schema-only --format=plain");
    }

    private String complaint(Path schema) {
        Run run = Run.of("check", index, "--schema", schema);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).doesNotContain("blocking-index-creation");
        assertThat(run.err()).hasLineCount(1);
        return run.err();
    }
}

package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
    @TempDir
    Path folder;

    @Test
    void statementsHaveTheirPlacesInBytesWithoutWhatSurroundsThem() throws IOException {
        JsonNode statement = one("-- größe\n  /* x */ SELECT 1 ; -- end\n");
        assertThat(statement.get("start").toString()).isEqualTo("{\"offset\":21,\"line\":2,\"column\":11}");
        assertThat(statement.get("end").toString()).isEqualTo("{\"offset\":29,\"line\":2,\"column\":19}");
        assertThat(statement.get("kind").asText()).isEqualTo("SelectStmt");
        assertThat(statement.get("target").isNull()).isTrue();
        assertThat(statement.get("parsed").asBoolean()).isTrue();
    }

    @Test
    void actionsComeInOrderWithTheirFacts() throws IOException {
        JsonNode statement = one("ALTER TABLE ONLY shop.orders ADD COLUMN a varchar(9)[] NOT NULL DEFAULT '{}',"
                + " DROP COLUMN IF EXISTS b CASCADE, ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES t NOT VALID,"
                + " ADD PRIMARY KEY USING INDEX i, VALIDATE CONSTRAINT g");
        assertThat(statement.get("kind").asText()).isEqualTo("AlterTableStmt");
        assertThat(statement.get("target").asText()).isEqualTo("shop.orders");
        assertThat(statement.get("only").asBoolean()).isTrue();
        assertThat(statement.at("/actions/0").toString())
                .isEqualTo("{\"kind\":\"AT_AddColumn\",\"column\":\"a\",\"type\":\"varchar[]\",\"modifiers\":[\"9\"],"
                        + "\"constraints\":[\"NOT NULL\",\"DEFAULT\"]}");
        assertThat(statement.at("/actions/1").toString())
                .isEqualTo("{\"kind\":\"AT_DropColumn\",\"column\":\"b\",\"ifExists\":true,\"cascade\":true}");
        assertThat(statement.at("/actions/2").toString())
                .isEqualTo("{\"kind\":\"AT_AddConstraint\",\"constraint\":\"f\",\"constraintKind\":\"FOREIGN KEY\","
                        + "\"columns\":[\"c\"],\"references\":\"t\",\"notValid\":true}");
        assertThat(statement.at("/actions/3/usingIndex").asText()).isEqualTo("i");
        assertThat(statement.at("/actions/4").toString())
                .isEqualTo("{\"kind\":\"AT_ValidateConstraint\",\"constraint\":\"g\"}");
    }

    @Test
    void indexesRenamesAndDropsHaveTheirFacts() throws IOException {
        JsonNode index = one("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON shop.t (a)");
        assertThat(index.get("target").asText()).isEqualTo("shop.t");
        assertThat(index.get("name").asText()).isEqualTo("i");
        assertThat(index.get("unique").asBoolean()).isTrue();
        assertThat(index.get("concurrently").asBoolean()).isTrue();
        assertThat(index.at("/effects/forbiddenInTransaction").asBoolean()).isTrue();
        JsonNode rename = one("ALTER TABLE t RENAME COLUMN a TO b");
        assertThat(rename.get("kind").asText()).isEqualTo("RenameStmt");
        assertThat(rename.get("column").asText()).isEqualTo("a");
        assertThat(rename.get("newName").asText()).isEqualTo("b");
        JsonNode drop = one("DROP TABLE IF EXISTS a, s.b CASCADE");
        assertThat(drop.get("names").toString()).isEqualTo("[\"a\",\"s.b\"]");
        assertThat(drop.get("target").asText()).isEqualTo("a");
        assertThat(drop.get("objectKind").asText()).isEqualTo("table");
        assertThat(drop.get("cascade").asBoolean()).isTrue();
        assertThat(one("DROP TRIGGER x ON s.t").get("target").asText()).isEqualTo("s.t.x");
    }

    @Test
    void effectsAreThoseOfTheVersionAndOfTheSchemaBefore() throws IOException {
        Path first = file(
                "a.sql",
                "CREATE TABLE t (day date) PARTITION BY RANGE (day);\n"
                        + "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\n");
        Path second = file("b.sql", "ALTER TABLE t DETACH PARTITION t1 CONCURRENTLY;");
        JsonNode newer = inspect(first, second, "--db-version=14").at("/files/1/statements/0/effects");
        assertThat(newer.get("error").isNull()).isTrue();
        assertThat(newer.get("forbiddenInTransaction").asBoolean()).isTrue();
        assertThat(newer.at("/locks/partitioned:t").asText()).isEqualTo("ShareUpdateExclusiveLock");
        JsonNode older = inspect(first, second, "--db-version=13").at("/files/1/statements/0/effects");
        assertThat(older.get("error").asText()).isEqualTo("42601");
    }

    @Test
    void filesAreReplayedInTheOrderInWhichTheyAreNamed() throws IOException {
        Path create = file("2.sql", "CREATE TABLE t (id int);");
        Path drop = file("1.sql", "DROP TABLE t;");
        JsonNode inspection = inspect(create, drop);
        assertThat(inspection.at("/files/0/path").asText()).isEqualTo(create.toString());
        assertThat(inspection.at("/schema/tables")).isEmpty();
        assertThat(inspect(drop, create).at("/schema/tables")).hasSize(1);
        assertThat(inspect(folder).at("/files/0/path").asText()).isEqualTo(drop.toString());
    }

    @Test
    void whatGoesBackIsListedAndNotReplayed() throws IOException {
        Path up = file("V1__a.sql", "CREATE TABLE t (id int);");
        Path down = file("U1__a.sql", "DROP TABLE t;");
        JsonNode inspection = inspect(up, down);
        assertThat(inspection.at("/files/1/direction").asText()).isEqualTo("down");
        assertThat(inspection.at("/files/1/statements/0/effects/locks/table:t").asText())
                .isEqualTo("AccessExclusiveLock");
        assertThat(inspection.at("/schema/tables/0/name").asText()).isEqualTo("t");
    }

    @Test
    void theSchemaHasWhatBelongsToATable() throws IOException {
        Path file = file(
                "a.sql",
                "CREATE TYPE mood AS ENUM ('good', 'bad');\n"
                        + "CREATE TABLE p (id int PRIMARY KEY);\n"
                        + "CREATE TABLE t (id bigserial, p int REFERENCES p ON DELETE CASCADE, m mood DEFAULT 'good');\n"
                        + "CREATE INDEX i ON t (p DESC, lower(m::text)) WHERE p > 0;\n"
                        + "CREATE VIEW v AS SELECT id FROM t;\n");
        JsonNode schema = inspect(file).get("schema");
        assertThat(schema.at("/enums/0/labels").toString()).isEqualTo("[\"good\",\"bad\"]");
        JsonNode table = schema.at("/tables/1");
        assertThat(table.get("columns").findValuesAsText("name")).containsExactly("id", "p", "m");
        assertThat(table.get("constraints").findValuesAsText("kind")).contains("FOREIGN KEY");
        assertThat(table.at("/indexes/0/keys/0").asText()).isEqualTo("p DESC");
        assertThat(schema.at("/views/0/reads/0").asText()).isEqualTo("public.t");
        assertThat(schema.at("/sequences/0/ownedBy").asText()).isEqualTo("public.t.id");
        assertThat(schema.get("complete").asBoolean()).isTrue();
    }

    @Test
    void textIsForPeople() throws IOException {
        Path file = file("a.sql", "CREATE TABLE t (id int NOT NULL);\nCREATE TABEL x ();\nTRUNCATE t;\n");
        Run run = Run.of("inspect", file);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("PostgreSQL 18 (")
                .contains("1:1  CreateStmt  CREATE TABLE t (id int NOT NULL)")
                .contains("      not understood: ")
                .contains("      locks table:t in AccessExclusiveLock")
                .contains("  public.t\n    id int4 not null\n");
        assertThat(Run.of("inspect", folder.resolve("none.sql")).exitCode()).isEqualTo(2);
    }

    private JsonNode one(String sql) throws IOException {
        return inspect(file("one.sql", sql)).at("/files/0/statements/0");
    }

    private Path file(String name, String sql) throws IOException {
        return Files.writeString(folder.resolve(name), sql);
    }

    private static JsonNode inspect(Object... arguments) throws IOException {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "inspect";
        all[1] = "--format=json";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new ObjectMapper().readTree(Run.of(all).out());
    }
}

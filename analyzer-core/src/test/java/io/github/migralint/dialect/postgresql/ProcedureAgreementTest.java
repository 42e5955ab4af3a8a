package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.catalog.Server;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.StatementCutter;
import io.github.migralint.source.StatementPiece;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the parser of PL/pgSQL to the server's: it reads all that the server takes, and says so where the server refuses. */
final class ProcedureAgreementTest {
    private static final String FORMS = "plpgsql/forms.sql";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static List<StatementPiece> forms(SourceText text) {
        return StatementCutter.cut(text, PostgresqlLexicon.LEXICON).pieces();
    }

    private static SourceText text() {
        try (InputStream in = Objects.requireNonNull(ProcedureAgreementTest.class.getResourceAsStream(FORMS))) {
            return SourceText.of(FORMS, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsEveryFormThatTheServerTakes() throws SQLException {
        SourceText text = text();
        server.createDatabase("forms");
        int bodies = 0;
        try (Connection connection = server.connect("forms");
                var session = connection.createStatement()) {
            session.execute("SET check_function_bodies = on");
            for (StatementPiece piece : forms(text)) {
                session.execute(text.slice(piece.span()));
                Statement statement = new PostgresqlStatementParser().parse(piece);
                var program = Programs.code(statement).flatMap(code -> code.program());
                bodies += program.isPresent() ? 1 : 0;
                assertThat(program.map(Programs::problems).orElse(List.of()))
                        .as(text.slice(piece.span()))
                        .isEmpty();
            }
        }
        assertThat(bodies).isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IF a = 1 NULL; END IF;",
                "IF a = 1 THEN NULL; END;",
                "IF a = 1 THEN NULL; ELSE NULL; ELSE NULL; END IF;",
                "IF a = 1 THEN NULL; ELSE NULL; ELSIF a = 2 THEN NULL; END IF;",
                "IF THEN NULL; END IF;",
                "IF a = 1 THEN NULL; END LOOP;",
                "IF a = THEN NULL; END IF;",
                "IF CASE WHEN a = 1 THEN true END THEN NULL; END IF;",
                "IF a = 1 THEN NULL END IF;",
                "ELSIF a = 1 THEN NULL; END IF;",
                "CASE a WHEN 1 NULL; END CASE;",
                "CASE a ELSE NULL; END CASE;",
                "CASE a WHEN 1 THEN NULL; END IF;",
                "CASE a WHEN 1, THEN NULL; END CASE;",
                "LOOP EXIT; END;",
                "LOOP EXIT; END LOOP",
                "WHILE LOOP NULL; END LOOP;",
                "WHILE a > 1 NULL; END LOOP;",
                "FOR i IN 1..2 LOOP NULL; END LOOP other;",
                "FOR i IN 1.. LOOP NULL; END LOOP;",
                "FOR i IN 1 2 LOOP NULL; END LOOP;",
                "FOR i, j IN 1..2 LOOP NULL; END LOOP;",
                "FOR r IN REVERSE SELECT 1 LOOP NULL; END LOOP;",
                "FOR r IN EXECUTE LOOP NULL; END LOOP;",
                "FOR IN 1..2 LOOP NULL; END LOOP;",
                "FOREACH a IN list LOOP NULL; END LOOP;",
                "FOREACH a SLICE IN ARRAY list LOOP NULL; END LOOP;",
                "<<lost>> NULL;",
                "<<lost>> IF a = 1 THEN NULL; END IF;",
                "EXIT;",
                "CONTINUE;",
                "EXIT WHEN;",
                "a := 1",
                "a := 1;;",
                "a := (1;",
                "a := 1);",
                "a := SELECT 1;",
                "a := 1 +;",
                "a := CASE WHEN true THEN 1;",
                "list[1 := 2;",
                "RAISE NOTICE '%';",
                "RAISE NOTICE 'x', 1;",
                "RAISE NOTICE;",
                "RAISE NOTICE 'x' 'y';",
                "RAISE USING nonsense = 'x';",
                "RAISE SQLSTATE '123';",
                "ASSERT;",
                "EXECUTE;",
                "EXECUTE 'x' INTO a INTO a;",
                "EXECUTE 'x' USING;",
                "GET DIAGNOSTICS a = nonsense;",
                "GET DIAGNOSTICS a = MESSAGE_TEXT;",
                "GET STACKED DIAGNOSTICS a = ROW_COUNT;",
                "GET a = ROW_COUNT;",
                "FETCH NEXT c INTO a;",
                "FETCH c;",
                "CLOSE;",
                "OPEN c FOR;",
                "SELECT 1 INTO a INTO a;",
                "SELECT 1 INTO list[1];",
                "SELECT 1 INTO;",
                "SELECT FROM WHERE;",
                "SELECT (1;",
                "SELECT 'x;",
                "INSERT INTO VALUES (1);",
                "CREATE TABEL t (a int);",
                "ALTER TABLE t ADD COLUMN;",
                "nonsense;",
                "foo();",
                "COMMIT WORK;",
                "ROLLBACK TO SAVEPOINT x;",
                "BEGIN TRANSACTION;",
                "BEGIN NULL; END other;",
                "BEGIN NULL; EXCEPTION END;",
                "BEGIN NULL; EXCEPTION WHEN THEN NULL; END;",
                "BEGIN NULL; EXCEPTION WHEN SQLSTATE 'x' THEN NULL; END;",
                "DECLARE x; BEGIN NULL; END;",
                "DECLARE x int NULL; END;",
                "DECLARE x int NOT NULL; BEGIN NULL; END;",
                "DECLARE x int CONSTANT; BEGIN NULL; END;",
                "DECLARE c CURSOR; BEGIN NULL; END;",
                "DECLARE x t%SOMETHING; BEGIN NULL; END;",
                "DECLARE begin int; BEGIN NULL; END;",
                "BEGIN NULL;",
                "END;",
                "END IF;",
                "#option dump"
            })
    void saysSoWhereTheServerRefuses(String damage) throws SQLException {
        String body = "DECLARE a int; r record; c refcursor; list int[]; BEGIN " + damage + " END";
        String sql = "CREATE FUNCTION refused() RETURNS void LANGUAGE plpgsql AS $$" + body + "$$";
        assertThat(refusal(sql)).as("what the server says of " + damage).isNotEmpty();
        List<String> problems = new ArrayList<>();
        for (StatementPiece piece : forms(SourceText.of("damage.sql", sql))) {
            Statement statement = new PostgresqlStatementParser().parse(piece);
            Programs.code(statement)
                    .flatMap(code -> code.program())
                    .ifPresent(program -> problems.addAll(Programs.problems(program)));
        }
        assertThat(problems).as(damage).isNotEmpty();
    }

    /** What the server says of a statement; nothing if it takes it. */
    private static String refusal(String sql) throws SQLException {
        try (Connection connection = server.connect("postgres");
                var session = connection.createStatement()) {
            connection.setAutoCommit(false);
            session.execute(sql);
            connection.rollback();
            return "";
        } catch (SQLException e) {
            return e.toString();
        }
    }
}

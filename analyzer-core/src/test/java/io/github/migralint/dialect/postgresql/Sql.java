package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.StatementCutter;
import java.util.List;

/** SQL in, trees out: what the tests of the parser begin with. */
final class Sql {
    private Sql() {}

    /** All statements of a text. */
    static List<Statement> statements(String sql) {
        var parser = new PostgresqlStatementParser();
        return StatementCutter.cut(SourceText.of("test.sql", sql), PostgresqlLexicon.LEXICON).pieces().stream()
                .map(parser::parse)
                .toList();
    }

    /** The only statement of a text, which must be read. */
    static Statement statement(String sql) {
        List<Statement> statements = statements(sql);
        assertThat(statements).as(sql).hasSize(1);
        assertThat(statements.get(0)).as(sql).isNotInstanceOf(Unparsed.class);
        return statements.get(0);
    }

    /** The only statement of a text, of a type. */
    static <T extends Statement> T statement(Class<T> type, String sql) {
        Statement statement = statement(sql);
        assertThat(statement).as(sql).isInstanceOf(type);
        return type.cast(statement);
    }
}

package io.github.migralint.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.source.SourceText;
import java.util.List;

/** SQL in, trees out: what the tests of the parser begin with. */
final class Sql {
    private static final MysqlDialect DIALECT = new MysqlDialect(Flavor.MYSQL);

    private Sql() {}

    /** All statements of a text. */
    static List<Statement> statements(String sql) {
        SourceText source = SourceText.of("test.sql", sql);
        return DIALECT.parse(source, source.span(), DIALECT.defaultVersion()).statements();
    }

    /** The only statement of a text, of a type, which must be read. */
    static <T extends Statement> T statement(Class<T> type, String sql) {
        List<Statement> statements = statements(sql);
        assertThat(statements).as(sql).hasSize(1);
        if (statements.getFirst() instanceof Unparsed unparsed) {
            assertThat(unparsed.problem()).as(sql).isEmpty();
        }
        assertThat(statements.getFirst()).as(sql).isInstanceOf(type);
        return type.cast(statements.getFirst());
    }

    /** The actions of ALTER TABLE t. */
    static List<AlterAction> actions(String clauses) {
        return statement(AlterTable.class, "ALTER TABLE t " + clauses).actions();
    }

    /** The only action, of a type. */
    static <T extends AlterAction> T action(Class<T> type, String clause) {
        List<AlterAction> actions = actions(clause);
        assertThat(actions).as(clause).hasSize(1);
        assertThat(actions.getFirst()).as(clause).isInstanceOf(type);
        return type.cast(actions.getFirst());
    }

    /** The engine's name for the only statement of a text. */
    static String kind(String sql) {
        return DIALECT.kindOf(statement(Statement.class, sql));
    }

    /** The engine's name for an action. */
    static String kind(AlterAction action) {
        return DIALECT.kindOf(action);
    }
}

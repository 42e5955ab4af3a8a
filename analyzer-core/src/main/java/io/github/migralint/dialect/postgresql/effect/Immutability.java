package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Set;

/**
 * What an index stores must not depend on anything but the row.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record Immutability(Scene scene, Acts acts) {
    private static final Set<String> VARYING_CALLS = Set.of(
            "now",
            "random",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "gen_random_uuid",
            "nextval",
            "currval",
            "current_setting",
            "pg_backend_pid");
    private static final Set<String> VARYING_WORDS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "current_role");

    void refuse(CreateIndex statement, Table table) {
        statement.elements().stream()
                .flatMap(element -> element.expression().stream())
                .filter(expression -> surelyVaries(expression, table))
                .findFirst()
                .ifPresent(e -> acts.fail("42P17", "An expression of the index is not immutable."));
        statement
                .where()
                .filter(expression -> surelyVaries(expression, table))
                .ifPresent(e -> acts.fail("42P17", "The condition of the index is not immutable."));
    }

    private boolean surelyVaries(Expression expression, Table table) {
        List<Token> tokens = expression.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            String name = Predicates.name(tokens.get(i));
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            if (call && (VARYING_CALLS.contains(name) || varies(tokens.get(i), name))) {
                return true;
            }
            boolean bareWord =
                    VARYING_WORDS.contains(name) && table.column(name).isEmpty();
            if (bareWord || castsMomentToDate(tokens, i, table)) {
                return true;
            }
        }
        return false;
    }

    /** A function in SQL may be replaced by what it computes, whatever it was declared. */
    private boolean varies(Token token, String name) {
        List<Routine> routines = scene.schema().routines(QualifiedName.of(new Identifier(name, true, token.span())));
        return !routines.isEmpty()
                && routines.stream()
                        .allMatch(routine ->
                                !routine.language().equals("sql") && routine.volatility() != Volatility.IMMUTABLE);
    }

    /** The date of a moment depends on the time zone of the session. */
    private static boolean castsMomentToDate(List<Token> tokens, int at, Table table) {
        return at + 2 < tokens.size()
                && tokens.get(at + 1).isSymbol("::")
                && tokens.get(at + 2).isWord("date")
                && table.column(Predicates.name(tokens.get(at)))
                        .flatMap(Column::type)
                        .filter(type -> type.name().equals("timestamptz"))
                        .isPresent();
    }
}

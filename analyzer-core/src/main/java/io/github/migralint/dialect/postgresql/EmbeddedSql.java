package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.plpgsql.StatementEnd;
import io.github.migralint.source.Span;
import io.github.migralint.source.StatementPiece;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads SQL that stands in a value: the text of an EXECUTE, or the body of a SQL function. What cannot be read is an
 * {@link io.github.migralint.ast.Unparsed} among the statements. All spans lie inside the literal that the text comes from.
 */
public final class EmbeddedSql {
    private EmbeddedSql() {}

    /**
     * The statements in a string literal of any form. Each part stands where it stands in the file, also where quotes are
     * doubled and characters escaped; only if the literal itself stands in a literal with such quotes do all parts have the
     * place of the whole literal.
     */
    public static List<Statement> at(Token literal) {
        return statements(DecodedLiteral.of(literal));
    }

    /**
     * The statements in a text that was put together, by concatenation or {@code format}.
     *
     * @param sql the text
     * @param host the place that every part of the statements gets: that of the expression whose value the text is
     */
    public static List<Statement> within(String sql, Span host) {
        return statements(DecodedLiteral.within(sql, host));
    }

    /** The query that an expression of procedural code is: one without SELECT, perhaps with clauses behind it. */
    public static Query query(Expression expression) {
        return new EmbeddedReader(0).query(expression.tokens());
    }

    private static List<Statement> statements(DecodedLiteral text) {
        return statements(text.tokens(PostgresqlLexicon.EMBEDDED), EmbeddedCode.LEVEL);
    }

    /** The statements that semicolons separate in a run of tokens. */
    static List<Statement> statements(List<Token> tokens, int depth) {
        var parser = new PostgresqlStatementParser(depth);
        List<Statement> statements = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            int to = StatementEnd.after(tokens, from);
            if (to > from) {
                statements.add(parser.parse(piece(tokens.subList(from, to))));
            }
            from = to + 1;
        }
        return statements;
    }

    static StatementPiece piece(List<Token> tokens) {
        Span span = new Span(tokens.getFirst().start(), tokens.getLast().end());
        return new StatementPiece(span, tokens, Optional.empty());
    }
}

package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.grammar.GrammarProblem;
import io.github.migralint.dialect.grammar.Reading;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.grammar.UnparsedStatements;
import io.github.migralint.source.StatementPiece;

/**
 * Reads one statement. What cannot be read becomes an {@link io.github.migralint.ast.Unparsed} that says where reading
 * stopped and why; nothing is thrown.
 */
public final class PostgresqlStatementParser {
    /** Runs the grammar. */
    static final Reading<PostgresqlParser> READING = new Reading<>(WordTypes.GRAMMAR, PostgresqlParser::new);

    private final int depth;

    /** Reads statements that stand in a file. */
    public PostgresqlStatementParser() {
        this(0);
    }

    /** Reads statements that stand in code, so many levels deep. */
    PostgresqlStatementParser(int depth) {
        this.depth = depth;
    }

    /** Reads a statement. */
    public Statement parse(StatementPiece piece) {
        var tokens = new StatementTokens(piece.tokens(), depth);
        try {
            tokens.reset();
            var statement = READING.read(tokens, parser -> parser.root().statement(), StatementTokens::reset);
            tokens.postponed().readAll(tokens);
            return new StatementBuilder(tokens, piece.data()).statement(statement, piece.span());
        } catch (GrammarProblem problem) {
            return unparsed(piece, tokens, problem.index(), problem.expectation());
        } catch (SyntaxProblem problem) {
            return unparsed(piece, tokens, problem.index(), problem.expectation());
        }
    }

    private static Statement unparsed(StatementPiece piece, StatementTokens tokens, int index, String expectation) {
        tokens.reset();
        return new UnparsedStatements(WordTypes.GRAMMAR, tokens).of(piece, index, expectation);
    }
}

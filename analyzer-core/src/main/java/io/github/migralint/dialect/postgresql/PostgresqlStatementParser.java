package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Statement;
import io.github.migralint.source.StatementPiece;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads one statement. What cannot be read becomes an {@link io.github.migralint.ast.Unparsed} that says where reading
 * stopped and why; nothing is thrown.
 */
public final class PostgresqlStatementParser {
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
            return read(piece, tokens, PredictionMode.SLL);
        } catch (GrammarProblem problem) {
            return unparsed(piece, tokens, problem.index(), problem.expectation());
        } catch (ParseCancellationException fast) {
            return readAgain(piece, tokens);
        } catch (SyntaxProblem problem) {
            return unparsed(piece, tokens, problem.index(), problem.expectation());
        }
    }

    private static Statement unparsed(StatementPiece piece, StatementTokens tokens, int index, String expectation) {
        tokens.reset();
        return UnparsedStatements.of(piece, tokens, index, expectation);
    }

    /** The fast prediction gives up on a few statements that the full one can read. */
    private static Statement readAgain(StatementPiece piece, StatementTokens tokens) {
        try {
            return read(piece, tokens, PredictionMode.LL);
        } catch (GrammarProblem problem) {
            return unparsed(piece, tokens, problem.index(), problem.expectation());
        } catch (SyntaxProblem problem) {
            return unparsed(piece, tokens, problem.index(), problem.expectation());
        }
    }

    private static Statement read(StatementPiece piece, StatementTokens tokens, PredictionMode mode) {
        tokens.reset();
        var parser = new PostgresqlParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(mode == PredictionMode.SLL ? new BailErrorStrategy() : new ExpectationStrategy());
        parser.getInterpreter().setPredictionMode(mode);
        var statement = parser.root().statement();
        tokens.postponed().readAll(tokens);
        return new StatementBuilder(tokens, piece.data()).statement(statement, piece.span());
    }
}

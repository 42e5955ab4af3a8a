package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.grammar.GrammarProblem;
import io.github.migralint.dialect.grammar.Reading;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.grammar.UnparsedStatements;
import io.github.migralint.source.StatementPiece;

/**
 * Reads one statement. What cannot be read becomes an {@link io.github.migralint.ast.Unparsed} that says where reading
 * stopped and why; nothing is thrown. Whatever some version of either server takes is read.
 */
final class MysqlStatementParser {
    private static final Reading<MysqlParser> READING = new Reading<>(WordTypes.GRAMMAR, MysqlParser::new);

    private MysqlStatementParser() {}

    /** Reads a statement. */
    static Statement parse(StatementPiece piece) {
        var tokens = new StatementTokens(piece.tokens());
        try {
            var statement = READING.read(tokens, parser -> parser.root().statement(), StatementTokens::reset);
            tokens.postponed().readAll(tokens);
            return EmbeddedSql.withPrograms(new StatementBuilder(tokens).statement(statement, piece.span()));
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

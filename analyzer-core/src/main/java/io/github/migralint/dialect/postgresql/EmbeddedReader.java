package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.Folding;
import io.github.migralint.dialect.grammar.GrammarProblem;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.grammar.UnparsedStatements;
import io.github.migralint.dialect.postgresql.plpgsql.SqlReader;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the SQL inside of procedural code. */
final class EmbeddedReader implements SqlReader {
    private static final Set<String> QUERIES =
            Set.of("select", "values", "table", "with", "insert", "update", "delete", "merge", "show", "explain");

    private final PostgresqlStatementParser parser;
    private final int depth;

    /** A reader of code that stands so many levels deep in other code. */
    EmbeddedReader(int depth) {
        this.depth = depth;
        this.parser = new PostgresqlStatementParser(depth);
    }

    @Override
    public Identifier name(Token token) {
        return Names.identifier(token);
    }

    @Override
    public String text(Token literal) {
        return Literals.text(literal.text());
    }

    @Override
    public Statement statement(List<Token> tokens) {
        return parser.parse(EmbeddedSql.piece(tokens));
    }

    @Override
    public Query query(List<Token> tokens) {
        var run = new StatementTokens(selecting(tokens), depth);
        int from = run.count() - tokens.size();
        Query query = new TreeParts(run).query(0, run.count());
        return new Query(tokens, query.relations(), query.writes(), run.span(from, run.count()));
    }

    @Override
    public Optional<Flaw> flawOfExpression(List<Token> tokens) {
        Token first = tokens.getFirst();
        if (first.isWord("select") || first.isWord("with") || first.isWord("table")) {
            return Optional.of(new Flaw("expected a query to stand in parentheses here", first.span()));
        }
        return flawOfQuery(tokens);
    }

    @Override
    public Optional<Flaw> flawOfQuery(List<Token> tokens) {
        var run = new StatementTokens(selecting(tokens), depth);
        try {
            var cursor = new Cursor(run, 0);
            QueryReader.read(cursor);
            run.postponed().readAll(run);
            checkCases(run);
            return cursor.at() == run.count()
                    ? Optional.empty()
                    : Optional.of(flaw(run, cursor.at(), "expected the end of the expression"));
        } catch (GrammarProblem problem) {
            run.reset();
            return Optional.of(flaw(run, problem.index(), problem.expectation()));
        } catch (SyntaxProblem problem) {
            run.reset();
            return Optional.of(flaw(run, problem.index(), problem.expectation()));
        }
    }

    /** A CASE without its END: a procedural word took what was to be inside of it. */
    private static void checkCases(StatementTokens run) {
        int open = 0;
        for (int i = 0; i < run.count(); i++) {
            boolean label = run.type(i - 1) == PostgresqlParser.DOT || run.type(i - 1) == PostgresqlParser.AS;
            open += label ? 0 : run.type(i) == PostgresqlParser.CASE ? 1 : run.type(i) == PostgresqlParser.END ? -1 : 0;
            if (open < 0) {
                throw new SyntaxProblem(i, "expected the end of the expression");
            }
        }
        if (open > 0) {
            throw new SyntaxProblem(run.count(), "expected END of CASE");
        }
    }

    private static Flaw flaw(StatementTokens run, int index, String expectation) {
        var unparsed = new UnparsedStatements(WordTypes.GRAMMAR, run);
        return new Flaw(unparsed.sentence(index, expectation), unparsed.problemSpan(index));
    }

    /** An expression is a query without its first word. */
    private static List<Token> selecting(List<Token> tokens) {
        Token first = tokens.getFirst();
        if (first.kind() == TokenKind.WORD && QUERIES.contains(Folding.fold(first.text()))) {
            return tokens;
        }
        List<Token> query = new ArrayList<>(tokens.size() + 1);
        query.add(new Token(TokenKind.WORD, "SELECT", first.start(), first.start()));
        query.addAll(tokens);
        return query;
    }

    @Override
    public Optional<TypeName> type(List<Token> tokens) {
        var run = new StatementTokens(tokens, depth);
        try {
            TypeName type = TypeNames.read(run, 0);
            return TypeNames.end(run, 0) == run.count() ? Optional.of(type) : Optional.empty();
        } catch (SyntaxProblem problem) {
            return Optional.empty();
        }
    }
}

package io.github.migralint.dialect.mysql.procedural;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlStatement.Execute;
import io.github.migralint.ast.MysqlStatement.Prepare;
import io.github.migralint.ast.MysqlStatement.SetVariables;
import io.github.migralint.ast.MysqlStatement.VariableAssignment;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.evaluation.SessionNames;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the values of a program's variables where they decide what a statement leaves in the session, or what it runs. */
final class Binding {
    private final Function<Expression, Value> values;

    Binding(Function<Expression, Value> values) {
        this.values = values;
    }

    Statement in(Statement statement) {
        return switch (statement) {
            case SetVariables set ->
                new SetVariables(set.variables().stream().map(this::assignment).toList(), set.span());
            case Prepare prepare -> new Prepare(prepare.name(), expression(prepare.source()), prepare.span());
            case Execute execute -> new Execute(execute.name(), execute.source().map(this::expression), execute.span());
            case Call call -> new Call(call.procedure(), words(call.arguments()), call.span());
            case Select select ->
                new Select(query(select.query()), select.calls(), select.into(), select.rowLock(), select.span());
            default -> statement;
        };
    }

    private VariableAssignment assignment(VariableAssignment assignment) {
        Optional<Expression> value = assignment.expression().map(this::expression);
        return new VariableAssignment(
                assignment.scope(), assignment.name(), assignment.value(), value, assignment.span());
    }

    /** The literal that an expression is worth; where that is not known, with those of its variables that are known. */
    private Expression expression(Expression expression) {
        Optional<Token> literal = literal(
                values.apply(expression),
                expression.span().start(),
                expression.span().end());
        return literal.map(token -> new Expression(List.of(token), expression.span()))
                .orElseGet(() -> words(expression));
    }

    private Query query(Query query) {
        return new Query(words(query.tokens()), query.relations(), query.writes(), query.span());
    }

    private Expression words(Expression expression) {
        return expression.tokens().isEmpty()
                ? expression
                : new Expression(words(expression.tokens()), expression.span());
    }

    private List<Token> words(List<Token> tokens) {
        List<Token> bound = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            bound.add(isName(tokens, i) ? word(tokens.get(i)) : tokens.get(i));
        }
        return bound;
    }

    private static boolean isName(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean word = token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
        boolean qualified = (i > 0 && tokens.get(i - 1).isSymbol("."))
                || (i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("."));
        boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
        boolean target = i > 0 && tokens.get(i - 1).isWord("into");
        return word && !qualified && !call && !target;
    }

    private Token word(Token token) {
        return literal(values.apply(new Expression(List.of(token), token.span())), token.start(), token.end())
                .orElse(token);
    }

    private static Optional<Token> literal(Value value, int start, int end) {
        String written = SessionNames.write(value);
        TokenKind kind = value instanceof Value.Text
                ? TokenKind.STRING
                : value instanceof Value.Null ? TokenKind.WORD : TokenKind.NUMBER;
        return written.isEmpty() || written.startsWith("-")
                ? Optional.empty()
                : Optional.of(new Token(kind, written, start, end));
    }
}

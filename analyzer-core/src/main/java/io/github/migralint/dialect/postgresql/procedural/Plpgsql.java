package io.github.migralint.dialect.postgresql.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.evaluation.Evaluator;
import io.github.migralint.dialect.procedural.Language;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The procedural language of PostgreSQL. */
public final class Plpgsql implements Language {
    private final Function<SourceText, List<Statement>> parser;
    private final Function<Token, List<Statement>> literals;

    /**
     * The language.
     *
     * @param parser reads the statements of a text that was put together
     * @param literals reads the statements in a string literal
     */
    public Plpgsql(Function<SourceText, List<Statement>> parser, Function<Token, List<Statement>> literals) {
        this.parser = parser;
        this.literals = literals;
    }

    @Override
    public Value evaluate(Expression expression, Schema schema, Variables variables) {
        return new Evaluator(schema, variables).evaluate(expression);
    }

    @Override
    public Value truth(Value value) {
        return value;
    }

    @Override
    public Optional<List<Value.Row>> rows(Query query, Schema schema, Variables variables) {
        return new Evaluator(schema, variables).rows(query);
    }

    @Override
    public Statement bind(Statement statement, Function<Expression, Value> values) {
        return new BoundCalls(values).in(statement);
    }

    @Override
    public List<Statement> parse(SourceText text) {
        return parser.apply(text);
    }

    @Override
    public List<Statement> at(Token literal) {
        return literals.apply(literal);
    }

    @Override
    public Statement unseen(Expression command) {
        return Unseen.command(command);
    }

    @Override
    public boolean catches(List<String> conditions, String error) {
        return ErrorConditions.catches(conditions, error);
    }

    @Override
    public boolean mayFail(Statement statement, Effects effects, String condition) {
        return Risks.mayFail(statement, effects, condition);
    }

    @Override
    public String error(String condition) {
        return ErrorConditions.stateOf(condition);
    }

    @Override
    public String raised() {
        return "P0001";
    }

    @Override
    public String noBranch() {
        return "20000";
    }

    @Override
    public String noRow() {
        return "P0002";
    }

    @Override
    public String nullCommand() {
        return "22004";
    }

    @Override
    public boolean isAny(String condition) {
        return condition.equals("others");
    }

    @Override
    public boolean takesBack() {
        return true;
    }
}

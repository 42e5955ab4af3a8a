package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a procedural language means by what its programs say. All of them walk alike through their statements. */
public interface Language {
    /** The value of an expression. */
    Value evaluate(Expression expression, Schema schema, Variables variables);

    /** What a value counts as where a condition stands: a truth value, NULL, or unknown. */
    Value truth(Value value);

    /** The rows of a query; none where they cannot be told exactly. */
    Optional<List<Value.Row>> rows(Query query, Schema schema, Variables variables);

    /** A statement with the values of variables in the places by which that goes which it runs or sets. */
    Statement bind(Statement statement, Function<Expression, Value> values);

    /** The statements of a text that was put together; their spans are places there. */
    List<Statement> parse(SourceText text);

    /** The statements in a string literal; their spans are places in the file. */
    List<Statement> at(Token literal);

    /** What stands for a command that nobody can put together without the database. */
    Statement unseen(Expression command);

    /** Whether one of the conditions of a handler catches an error. */
    boolean catches(List<String> conditions, String error);

    /** Whether a statement that does not surely fail may do so all the same, in a way that a condition catches. */
    boolean mayFail(Statement statement, Effects effects, String condition);

    /** The error that a condition names. */
    String error(String condition);

    /** The error of a statement that raises one without saying which. */
    String raised();

    /** The error of a CASE of which no branch holds. */
    String noBranch();

    /** The error of a query that gives no row to variables, and of a FETCH behind the last row. */
    String noRow();

    /** The error of a command that is NULL. */
    String nullCommand();

    /** Whether a condition catches any error, so that it need not be named. */
    boolean isAny(String condition);

    /** Whether a block with handlers takes back what it did when it fails. */
    boolean takesBack();
}

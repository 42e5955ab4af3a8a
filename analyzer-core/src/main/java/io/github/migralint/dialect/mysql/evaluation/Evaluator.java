package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.ast.Expression;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what expressions and queries are worth at one moment of a history. An answer other than {@link Value#UNKNOWN} is
 * the one that the server gives; that the server might refuse the question instead is left out of account.
 */
public final class Evaluator {
    private final Context context;

    /** Answers from a schema, the variables of its session, and those of a program. */
    public Evaluator(Schema schema, Variables variables) {
        this.context = new Context(schema, variables);
    }

    /** The value of an expression. */
    public Value evaluate(Expression expression) {
        return datum(expression).value();
    }

    private Datum datum(Expression expression) {
        try {
            var tokens = new Tokens(expression.tokens());
            Term term = new TermParser(tokens, context).term();
            return tokens.atEnd() ? term.in(Term.Scope.NONE) : Datum.UNKNOWN;
        } catch (Unreadable e) {
            return Datum.UNKNOWN;
        }
    }

    /** What a value counts as where a condition stands: a truth value, NULL, or unknown. */
    public static Value truth(Value value) {
        return Comparison.truth(Datum.of(value)).value();
    }

    /** The texts of which the value is one, where nobody knows which; none where that is not known either. */
    public Set<String> either(Expression expression) {
        return datum(expression).either();
    }

    /** The rows of a query; none where they cannot be told exactly. */
    public Optional<List<Value.Row>> rows(List<Token> query) {
        try {
            return context.queries().rows(query);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}

package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * Tells what expressions and queries are worth at one moment of a history. An answer other than {@link Value#UNKNOWN} is
 * the one that the server gives; that the server might refuse the question instead is left out of account.
 */
public final class Evaluator {
    private final Facts facts;
    private final Variables variables;
    private final Catalogs catalogs;

    /** Answers from a schema, whatever the version of the server. */
    public Evaluator(Schema schema, Variables variables) {
        this(new Facts(schema, Optional.empty()), variables);
    }

    /** Answers from a schema of a server of that version; minor version 0 stands for any. */
    public Evaluator(Schema schema, Variables variables, Version version) {
        this(new Facts(schema, Optional.of(version)), variables);
    }

    private Evaluator(Facts facts, Variables variables) {
        this.facts = facts;
        this.variables = variables;
        this.catalogs = new Catalogs(facts);
    }

    /** The value of an expression. */
    public Value evaluate(Expression expression) {
        return evaluate(expression.tokens());
    }

    /** The value of an expression, or of what follows SELECT: {@code count(*) FROM pg_class}. */
    public Value evaluate(List<Token> tokens) {
        try {
            var evaluation = new Evaluation(facts, variables, catalogs);
            var cursor = new Cursor(tokens);
            Term term = new TermParser(cursor).term();
            if (cursor.atEnd()) {
                return evaluation.value(term, Scope.NONE).value();
            }
            return new Subqueries(evaluation, Scope.NONE)
                    .scalar(QueryParser.withoutSelect(tokens))
                    .value();
        } catch (Unreadable e) {
            return Value.UNKNOWN;
        }
    }

    /** The rows of a query, in the order that it asks for or in any; none where they cannot be told exactly. */
    public Optional<List<Value.Row>> rows(Query query) {
        try {
            var cursor = new Cursor(query.tokens());
            QueryTree tree = new QueryParser(cursor).query();
            return cursor.atEnd()
                    ? new Subqueries(new Evaluation(facts, variables, catalogs), Scope.NONE).rows(tree)
                    : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** The text that the server writes for a value; none where that is not known, or where the value is NULL. */
    public Optional<String> written(Value value) {
        return new Casts(facts).written(Datum.untyped(value));
    }

    /** What a variable of a type becomes when it is given a value. */
    public Value assigned(Value value, TypeName type) {
        if (value instanceof Value.Null
                || (value instanceof Value.Row && type.name().equals("record"))) {
            return value;
        }
        Datum datum = Datum.untyped(value);
        Datum literal = value instanceof Value.Text ? datum.as("unknown") : datum;
        var target = new SqlType(type.schema(), type.name(), type.modifiers(), type.arrayDimensions());
        Value cast = new Casts(facts).cast(literal, target).value();
        // A cast cuts off what an assignment refuses.
        boolean cut = value instanceof Value.Text && cast instanceof Value.Text && !cast.equals(value);
        return cut ? Value.UNKNOWN : cast;
    }
}

package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Query;
import io.github.migralint.dialect.query.QueryReading;
import io.github.migralint.dialect.query.Spelling;
import io.github.migralint.source.Token;
import java.util.List;

/** Names are folded unless they are quoted, and then the same only if they are equal. */
enum PostgresqlSpelling implements Spelling {
    SPELLING;

    /** A query that a statement runs or keeps. */
    static QueryReading read(Query query, Change change) {
        return new QueryReading(query, SPELLING, change::relation, change.schema(), change.origin());
    }

    @Override
    public String name(Token token) {
        return Words.name(token);
    }

    @Override
    public boolean same(String one, String other) {
        return one.equals(other);
    }

    @Override
    public String folded(String name) {
        return name;
    }

    @Override
    public String nameOfExpression(List<Token> expression) {
        return ExpressionName.of(expression).orElse("?column?");
    }
}

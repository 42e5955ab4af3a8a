package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** Reads the SQL that procedural code is made around. No run of tokens that it is given is empty. */
public interface SqlReader {
    /** What is wrong with a part of SQL, in a sentence without its first capital, and where. */
    record Flaw(String problem, Span span) {}

    /** The name that a token spells. */
    Identifier name(Token token);

    /** The value of a string literal. */
    String text(Token literal);

    /** A statement; one that cannot be read is an {@link io.github.migralint.ast.Unparsed}. */
    Statement statement(List<Token> tokens);

    /** A query, or an expression: that is a query without its SELECT. */
    Query query(List<Token> tokens);

    /** What keeps an expression from being one; it may have clauses of a query behind it, as in {@code count(*) FROM t}. */
    Optional<Flaw> flawOfExpression(List<Token> tokens);

    /** What keeps a query from being one. */
    Optional<Flaw> flawOfQuery(List<Token> tokens);

    /** A type; empty if it is none. */
    Optional<TypeName> type(List<Token> tokens);
}

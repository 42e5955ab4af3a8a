package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.TokenCursor;

/** A place among the tokens of a statement; groups in brackets are stepped over and read later. */
final class Cursor extends TokenCursor {
    private final StatementTokens tokens;

    Cursor(StatementTokens tokens, int at) {
        super(tokens, at);
        this.tokens = tokens;
    }

    StatementTokens tokens() {
        return tokens;
    }

    /** Steps over a group in parentheses whose inside is read later. */
    void group(Inside inside) {
        if (!is(PostgresqlParser.LPAREN)) {
            throw expected("\"(\"");
        }
        bracket(inside);
    }

    /** Steps over a group in brackets of either kind. */
    void bracket(Inside inside) {
        moveTo(tokens.readLater(at(), inside));
    }

    /** Steps over the name of a column or table. */
    void column() {
        if (!WordTypes.isColumn(type())) {
            throw expected("a name");
        }
        skip();
    }

    /** Steps over a name of several parts. */
    void qualifiedName() {
        column();
        while (take(PostgresqlParser.DOT)) {
            label();
        }
    }

    /** Steps over any word. */
    void label() {
        if (!WordTypes.isWord(type())) {
            throw expected("a name");
        }
        skip();
    }

    /** Steps over the name of a type. */
    void typeName() {
        moveTo(TypeNames.end(tokens, at()));
    }
}

package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.grammar.TokenCursor;

/** A place among the tokens of a statement; groups in parentheses are stepped over and read later. */
final class Cursor extends TokenCursor {
    private final StatementTokens tokens;

    Cursor(StatementTokens tokens, int at) {
        super(tokens, at);
        this.tokens = tokens;
    }

    StatementTokens tokens() {
        return tokens;
    }

    /** The text of the next token; empty at the end. */
    String text() {
        return at() < tokens.count() ? tokens.token(at()).text() : "";
    }

    /** Steps over a group whose inside is read later. */
    void group(Inside inside) {
        if (!is(MysqlParser.LPAREN)) {
            throw expected("\"(\"");
        }
        moveTo(tokens.readLater(at(), inside));
    }

    /** Steps over a name. */
    void name() {
        if (!WordTypes.isName(type())) {
            throw expected("a name");
        }
        skip();
    }

    /** Steps over a name of several parts. */
    void qualifiedName() {
        name();
        while (take(MysqlParser.DOT)) {
            name();
        }
    }

    /** Steps over the name of a type. */
    void typeName() {
        moveTo(TypeNames.end(tokens, at()));
    }

    /** Steps over the name of a character set or collation. */
    void charset() {
        if (!take(MysqlParser.STRING_LITERAL) && !take(MysqlParser.BINARY) && !take(MysqlParser.DEFAULT)) {
            name();
        }
    }
}

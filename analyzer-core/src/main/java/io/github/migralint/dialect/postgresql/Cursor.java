package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.SyntaxProblem;

/** A place among the tokens of a statement that moves on as they are read; groups in brackets are stepped over and read later. */
final class Cursor {
    private final StatementTokens tokens;
    private int at;

    Cursor(StatementTokens tokens, int at) {
        this.tokens = tokens;
        this.at = at;
    }

    StatementTokens tokens() {
        return tokens;
    }

    /** The index of the next token. */
    int at() {
        return at;
    }

    void moveTo(int index) {
        at = index;
    }

    void skip() {
        at++;
    }

    int type() {
        return tokens.type(at);
    }

    int type(int ahead) {
        return tokens.type(at + ahead);
    }

    String word() {
        return tokens.word(at);
    }

    String word(int ahead) {
        return tokens.word(at + ahead);
    }

    boolean is(int type) {
        return tokens.type(at) == type;
    }

    boolean isWord(String word) {
        return tokens.word(at).equals(word);
    }

    /** Steps over a token of the given type, if it is the next. */
    boolean take(int type) {
        boolean found = is(type);
        if (found) {
            at++;
        }
        return found;
    }

    /** Steps over a word, if it is the next. */
    boolean takeWord(String word) {
        boolean found = isWord(word);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(int type, String what) {
        if (!take(type)) {
            throw expected(what);
        }
    }

    void expectWord(String word, String what) {
        if (!takeWord(word)) {
            throw expected(what);
        }
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
        at = tokens.readLater(at, inside);
    }

    /** Steps over the name of a column or table. */
    void column() {
        if (!WordTypes.isColumn(type())) {
            throw expected("a name");
        }
        at++;
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
        at++;
    }

    /** Steps over the name of a type. */
    void typeName() {
        at = TypeNames.end(tokens, at);
    }

    SyntaxProblem expected(String what) {
        return new SyntaxProblem(at, "expected " + what);
    }
}
